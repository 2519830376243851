package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * TLS records on their way between a socket and the TLS that is laid over it, in one of two ways.
 * For a {@link Session} reading waits for the client, and what is written leaves at once. For a
 * {@link Lobby}, which waits for nobody, there is to read what it has put here, and what is written
 * is gathered on its tray. Belongs to who has the connection at present.
 *
 * <pre>
 * type (1)  version (2)  length (2)  fragment     RFC 8446 §5.1
 * </pre>
 */
final class Records {
  private static final int HEADER = 5;

  /** A record's header is read by itself: with this, both come by one system call. */
  private static final int READ = 4 * 1024;

  private static final byte[] NOTHING = {};

  private final In in;
  private final Out out;
  private byte[] bytes = NOTHING;
  private int at;
  private int end;
  private @Nullable ByteBuffer tray;

  /** For a session at first. */
  Records(InputStream fromClient, OutputStream toClient) {
    this.in = new In(fromClient);
    this.out = new Out(toClient);
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  boolean gathered() {
    return tray != null;
  }

  /** For a session that has several records to write, which shall leave together. */
  void gatherOutput(ByteBuffer onto) {
    tray = onto;
  }

  /** From now on for a session. */
  void direct() {
    tray = null;
  }

  /**
   * From now on for a lobby, which has read something.
   *
   * @param came not kept beyond {@link #keep}
   */
  void gather(ByteBuffer onto, byte[] came, int length) {
    tray = onto;
    if (at == end) {
      bytes = came;
      at = 0;
      end = length;
    } else if (length > 0) {
      byte[] all = Arrays.copyOfRange(bytes, at, end + length);
      System.arraycopy(came, 0, all, end - at, length);
      bytes = all;
      end += length - at;
      at = 0;
    }
  }

  /** Keeps what has not been read, in as many bytes as that has. */
  void keep() {
    bytes = at == end ? NOTHING : Arrays.copyOfRange(bytes, at, end);
    end -= at;
    at = 0;
  }

  /** Whether a record is here to its end, so that nobody has to wait for the rest of it. */
  boolean whole() {
    if (end - at < HEADER) return false;
    int length = ((bytes[at + 3] & 0xff) << 8) | (bytes[at + 4] & 0xff);
    return end - at >= HEADER + length;
  }

  private final class In extends InputStream {
    private final InputStream client;

    In(InputStream client) {
      this.client = client;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) return 0;
      if (at == end) {
        // TLS takes this for a pause (it leaves its state as it is), and every other for the end.
        if (tray != null) throw new SocketTimeoutException("nothing more has come yet");
        if (length >= READ) return client.read(into, offset, length);
        if (bytes.length != READ) bytes = new byte[READ];
        int n = client.read(bytes);
        if (n < 0) return n;
        at = 0;
        end = n;
      }
      int n = Math.min(length, end - at);
      System.arraycopy(bytes, at, into, offset, n);
      at += n;
      return n;
    }

    @Override
    public int available() throws IOException {
      return end - at + (tray == null ? client.available() : 0);
    }
  }

  private final class Out extends OutputStream {
    private final OutputStream client;

    Out(OutputStream client) {
      this.client = client;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      ByteBuffer onto = tray;
      if (onto == null) {
        client.write(from, offset, length);
      } else if (onto.remaining() >= length) {
        onto.put(from, offset, length);
      } else {
        throw new IOException("more than one answer's records"); // such as to a thousand KeyUpdates
      }
    }

    @Override
    public void flush() throws IOException {
      if (tray == null) client.flush();
    }
  }
}
