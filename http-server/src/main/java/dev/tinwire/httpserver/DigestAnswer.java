package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Answers {@code ?sha256} with the digest of a file, so that who has sent or fetched it knows that
 * it is whole: the line that {@code sha256sum} writes and checks.
 *
 * <pre>
 * $ curl -s 'http://localhost:8080/a.iso?sha256' | sha256sum -c
 * </pre>
 */
final class DigestAnswer {
  private static final int AT_ONCE = 2;
  private static final int REMEMBERED = 4096;

  private final RefusalPage refusal;
  private final Digests digests;

  DigestAnswer(RefusalPage refusal, InstantSource clock) {
    this.refusal = refusal;
    this.digests = new Digests(AT_ONCE, REMEMBERED, clock);
  }

  /** Takes the open file over. */
  Answer of(Request request, Resource.File file) throws IOException {
    try (file) {
      Optional<byte[]> digest = digests.of(file);
      if (digest.isEmpty()) {
        return refusal.of(Refusal.SERVICE_UNAVAILABLE, request.fields()).with("Retry-After", "5");
      }
      return Answer.of(Status.OK, Content.of(line(digest.get(), file.name())))
          .with("Content-Type", "text/plain;charset=utf-8")
          .with("Cache-Control", "no-cache")
          .with("X-Content-Type-Options", "nosniff");
    }
  }

  /** As coreutils write it: a name with a line break or a backslash is escaped, and said to be. */
  static String line(byte[] digest, String name) {
    String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    String mark = escaped.equals(name) ? "" : "\\";
    return mark + HexFormat.of().formatHex(digest) + "  " + escaped + "\n";
  }
}
