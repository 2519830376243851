package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.EndOfStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A body in chunks (RFC 9112 §7.1):
 *
 * <pre>
 * chunked-body = *( chunk-size [ chunk-ext ] CRLF  chunk-data CRLF )
 *                1*"0" [ chunk-ext ] CRLF  trailer-section CRLF
 * </pre>
 *
 * No leniency reaches in here: every one of them has been used to smuggle.
 */
final class ChunkedBody extends Body {
  private final ByteReader in;
  private final Lines lines;
  private final Limits limits;
  private int extensionsLeft;
  private long chunk;
  private long left;
  private Fields trailers = Fields.NONE;

  ChunkedBody(ByteReader in, Limits limits) {
    this.in = in;
    this.lines = new Lines(in, false);
    this.limits = limits;
    this.extensionsLeft = limits.chunkExtensions();
  }

  @Override
  int next(byte[] into, int offset, int length) throws IOException {
    if (left == 0 && !startChunk()) return -1;
    return noted(in.read(into, offset, (int) Math.min(length, left)));
  }

  @Override
  int next(ByteBuffer into) throws IOException {
    if (left == 0 && !startChunk()) return -1;
    return noted(atMost(in, into, left));
  }

  private int noted(int n) throws IOException {
    if (n < 0) {
      throw new EndOfStream(
          "connection closed after " + (chunk - left) + " of " + chunk + " bytes of a chunk");
    }
    left -= n;
    if (left == 0) endChunk();
    return n;
  }

  /** Whether there was another chunk. If not, the trailers are read as well. */
  private boolean startChunk() throws IOException {
    String line = lines.next("chunk size", limits.chunkLine(), Status.BAD_REQUEST);
    ChunkLine parsed = ChunkLine.parse(line);
    extensionsLeft -= parsed.extensions();
    if (extensionsLeft < 0) {
      throw new BadMessage(
          Status.BAD_REQUEST,
          "more than " + limits.chunkExtensions() + " bytes of chunk extensions");
    }
    chunk = parsed.size();
    left = chunk;
    if (chunk > 0) return true;
    trailers = FieldSection.read(lines, limits, Set.of(), 0);
    return false;
  }

  private void endChunk() throws IOException {
    byte[] end = in.exactly("end of a chunk", 2);
    if (end[0] != '\r' || end[1] != '\n') {
      throw new BadMessage(Status.BAD_REQUEST, "no CR LF after a chunk of " + chunk + " bytes");
    }
  }

  @Override
  public Fields trailers() {
    return trailers;
  }
}
