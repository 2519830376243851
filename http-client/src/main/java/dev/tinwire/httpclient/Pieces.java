package dev.tinwire.httpclient;

import dev.tinwire.wire.Lull;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A body in pieces on its way to a file: from the socket to the disk without a copy in between
 * where nothing has to be done to it, else by way of an array.
 */
final class Pieces {
  /**
   * So much at once into a file; measured: four times as much takes between 1.2 and 1.7 of the
   * time, by turns, for what is left of it in the processor's cache when it is copied into the
   * kernel's.
   */
  private static final int DIRECT = 1 << 20;

  /**
   * Into what keeps none of it, such as {@code /dev/null}; a quarter of it takes a tenth longer.
   */
  private static final int POURED = 4 << 20;

  /** A body that is not much longer takes a quarter of that there as well. */
  private static final long LONG = 64 << 20;

  private static final int LEAST = 8 * 1024;

  private final InputStream in;
  private final Optional<ReceivedBody> wire;
  private final ByteBuffer buffer;
  private final Lull lull = new Lull();

  /** A small body gets a small array: hundreds of them in a run shall not cost hundreds of MiB. */
  Pieces(Response response) {
    this(response, DIRECT);
  }

  private Pieces(Response response, int direct) {
    this.in = response.body();
    this.wire = response.direct().filter(_ -> size(response) == Download.PIECE);
    this.buffer =
        wire.isPresent()
            ? ByteBuffer.allocateDirect(direct)
            : ByteBuffer.wrap(new byte[size(response)]);
  }

  /** How many bytes of this body are worth reading at once. */
  static int size(Response response) {
    return Math.clamp(response.contentLength().orElse(Long.MAX_VALUE), LEAST, Download.PIECE);
  }

  /**
   * The next piece, good until the one after it is asked for.
   *
   * @param most bytes in it
   * @return empty at the end
   */
  Optional<ByteBuffer> next(long most) throws IOException {
    buffer.clear().limit((int) Math.min(buffer.capacity(), most));
    int n;
    if (wire.isPresent()) {
      n = fromTheWire(wire.get());
    } else {
      n = in.read(buffer.array(), 0, buffer.limit());
      if (n > 0) buffer.position(n);
    }
    return n < 0 ? Optional.empty() : Optional.of(buffer.flip());
  }

  private int fromTheWire(ReceivedBody body) throws IOException {
    int room = buffer.remaining();
    if (!body.allCame()) lull.pause();
    int n = body.read(buffer);
    lull.after(n, room);
    return n;
  }

  Optional<ByteBuffer> next() throws IOException {
    return next(Long.MAX_VALUE);
  }

  /**
   * All of a body into a device or a pipe, which takes bytes as they come and has no name to be
   * given; how many bytes that were.
   */
  static long pour(Response response, Path target) throws IOException {
    try (var out = FileChannel.open(target, StandardOpenOption.WRITE)) {
      boolean large = response.contentLength().orElse(Long.MAX_VALUE) >= LONG;
      var pieces = new Pieces(response, large ? POURED : DIRECT);
      long bytes = 0;
      for (var piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
        bytes += piece.get().remaining();
        while (piece.get().hasRemaining()) out.write(piece.get());
      }
      return bytes;
    }
  }
}
