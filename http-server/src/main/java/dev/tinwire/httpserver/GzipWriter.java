package dev.tinwire.httpserver;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Compresses a file while it is sent, a buffer at a time. */
record GzipWriter(Resource.File file) implements Content.Written.Writer {
  /** Text is a third at the lowest level already, and the others cost two to five times as much. */
  private static final int LEVEL = 1;

  private static final int BUFFER = 16 * 1024;

  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (var gzip =
        new Compressor(
            new FilterOutputStream(out) {
              @Override
              public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
              }

              @Override
              public void close() {} // it is not ours
            })) {
      switch (file) {
        case Resource.InMemory memory -> gzip.write(memory.bytes());
        case Resource.OnDisk disk -> copy(disk, gzip);
      }
      gzip.finish();
    }
  }

  private static void copy(Resource.OnDisk disk, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = disk.state().size();
    for (long at = 0; at < size; ) {
      int most = (int) Math.min(buffer.length, size - at);
      int n = disk.channel().read(ByteBuffer.wrap(buffer, 0, most), at);
      if (n < 0) throw new EOFException("the file was cut short while it was sent");
      out.write(buffer, 0, n);
      at += n;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static final class Compressor extends GZIPOutputStream {
    Compressor(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }
}
