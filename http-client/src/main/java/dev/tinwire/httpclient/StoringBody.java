package dev.tinwire.httpclient;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way to a reader, kept as it passes. It is stored when its end was read, and not at
 * all if it has a fault, is left unread, or is longer than one answer may be. A disk that fails
 * spoils the copy and not the original.
 */
final class StoringBody extends FilterInputStream {
  /** So much is read for the sake of the copy if the reader wants no more: redirects, mostly. */
  private static final long WORTH_KEEPING = 64 * 1024;

  private final long most;
  private long bytes;
  private CacheStore.@Nullable Writing copy;

  StoringBody(InputStream body, CacheStore.Writing copy, long most) {
    super(body);
    this.copy = copy;
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int n;
    try {
      n = in.read(into, offset, length);
    } catch (IOException e) {
      drop();
      throw e;
    }
    if (n < 0) commit();
    else keep(into, offset, n);
    return n;
  }

  private void keep(byte[] from, int offset, int length) {
    if (copy == null) return;
    bytes += length;
    if (bytes > most) {
      drop();
      return;
    }
    try {
      copy.write(from, offset, length);
    } catch (IOException _) {
      drop();
    }
  }

  private void commit() {
    if (copy == null) return;
    try {
      copy.commit();
    } catch (IOException _) {
      // Then it is not there the next time.
    }
    drop();
  }

  private void drop() {
    if (copy == null) return;
    try {
      copy.close();
    } catch (IOException _) {
      // Swept up later.
    }
    copy = null;
  }

  @Override
  public void close() throws IOException {
    byte[] bin = new byte[8192];
    try {
      for (long left = WORTH_KEEPING; copy != null && left > 0; left -= bin.length) {
        if (read(bin, 0, bin.length) < 0) break;
      }
    } catch (IOException _) {
      // Nobody waits for the rest, so nobody minds.
    }
    drop();
    super.close();
  }
}
