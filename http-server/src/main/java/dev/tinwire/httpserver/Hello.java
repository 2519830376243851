package dev.tinwire.httpserver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The first record of a client that speaks TLS, taken whole before anything is computed:
 *
 * <pre>
 * type (1)  version (2)  length (2)  fragment     RFC 8446 §5.1
 * </pre>
 */
final class Hello {
  private static final int HEADER = 5;

  /** RFC 8446 §5.1 allows no more; who says more is left to the handshake to refuse. */
  private static final int LONGEST = 1 << 14;

  private Hello() {}

  /**
   * Waits for all of it.
   *
   * @param first its first byte, which somebody has looked at
   * @return the same stream from its beginning on
   */
  static InputStream whole(int first, InputStream in) throws IOException {
    byte[] header = new byte[HEADER];
    header[0] = (byte) first;
    int got = 1 + in.readNBytes(header, 1, HEADER - 1);
    int length = ((header[3] & 0xff) << 8) | (header[4] & 0xff);
    byte[] fragment = got < HEADER || length > LONGEST ? new byte[0] : in.readNBytes(length);
    var seen =
        new SequenceInputStream(
            new ByteArrayInputStream(header, 0, got), new ByteArrayInputStream(fragment));
    return new SequenceInputStream(seen, in);
  }
}
