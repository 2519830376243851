package dev.tinwire.httpclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Sees whether a file that {@code --continue} is to go on with is all here: its part is gone, for
 * it has got its name, and with it the size and the time that the server gave it. Where these are
 * what the server says now, nothing has to come again.
 */
final class AlreadyHere {
  private AlreadyHere() {}

  /**
   * What there is to tell then.
   *
   * @param wanted the SHA-256 it must have
   */
  static Optional<Fetched> of(Response response, Destination destination, Optional<String> wanted)
      throws IOException {
    Path file = Placing.named(destination, response);
    if (!sameAs(response, file)) return Optional.empty();
    if (wanted.isEmpty()) return Optional.of(fetched(response, file, Optional.empty()));
    MessageDigest digest = Digests.sha256();
    Digests.feed(digest, file, Files.size(file));
    String sha256 = Digests.hex(digest);
    if (!sha256.equals(wanted.get())) return Optional.empty(); // then it may be what comes
    return Optional.of(fetched(response, file, Optional.of(sha256)));
  }

  private static Fetched fetched(Response response, Path file, Optional<String> sha256)
      throws IOException {
    return Fetched.of(response, Files.size(file)).inFile(file, sha256);
  }

  private static boolean sameAs(Response response, Path file) throws IOException {
    if (response.status().code() != 200 || response.fields().has("Content-Encoding")) return false;
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
    long here = Files.getLastModifiedTime(file).toInstant().getEpochSecond();
    boolean time = Download.modified(response).map(t -> t.getEpochSecond() == here).orElse(false);
    // As it is said, for the answer may be one to HEAD, which has no body.
    Optional<String> length = response.fields().first("Content-Length");
    return time && length.equals(Optional.of(Long.toString(Files.size(file))));
  }
}
