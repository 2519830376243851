package dev.tinwire.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** A stream in memory that takes so many bytes and then fails, as a full disk or a lost peer. */
public final class Breaking extends OutputStream {
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final int limit;
  private final IOException fault;

  private Breaking(int limit, IOException fault) {
    this.limit = limit;
    this.fault = fault;
  }

  public static Breaking after(int limit, IOException fault) {
    return new Breaking(limit, fault);
  }

  public byte[] taken() {
    return taken.toByteArray();
  }

  @Override
  public void write(int b) throws IOException {
    if (taken.size() == limit) throw fault;
    taken.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int fits = Math.min(length, limit - taken.size());
    taken.write(bytes, offset, fits);
    if (fits < length) throw fault;
  }
}
