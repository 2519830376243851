package dev.tinwire.httpclient;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of one fetch.
 *
 * @param response closed; its head and timings are still there
 * @param bytes of the body, decoded, as far as it was read or as long as the file is
 * @param file where it went, if it went into one
 * @param body kept for {@code --json}
 * @param status what the shell is told
 */
record Fetched(
    Response response,
    long bytes,
    Optional<Path> file,
    Optional<byte[]> body,
    Optional<String> sha256,
    int status) {
  static Fetched of(Response response, long bytes) {
    return new Fetched(
        response,
        bytes,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        GetStatus.of(response.status()));
  }

  Fetched inFile(Path path, Optional<String> digest) {
    return new Fetched(response, bytes, Optional.of(path), body, digest, status);
  }

  Fetched withBody(byte[] content) {
    return new Fetched(response, content.length, file, Optional.of(content), sha256, status);
  }
}
