package dev.tinwire.wire.tls;

import dev.tinwire.wire.Lull;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

/**
 * What comes from a socket, in large pieces. TLS asks for the five bytes in front of a record and
 * then for the record, which without this is two calls of the kernel for 16 KiB.
 */
final class RecordInput extends InputStream {
  /** Enough for a handshake; it grows with who fills it. */
  private static final int FIRST = 32 * 1024;

  private static final int MOST = 256 * 1024;

  private final Socket socket;
  private final SocketChannel channel;
  private final InputStream stream;
  private final Lull lull = new Lull();
  private ByteBuffer buffer = ByteBuffer.allocateDirect(FIRST).limit(0);
  private boolean filled;

  RecordInput(Socket socket) throws IOException {
    this.socket = socket;
    this.channel = socket.getChannel();
    this.stream = socket.getInputStream();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) return 0;
    if (!buffer.hasRemaining()) {
      // A channel knows nothing of the socket's timeout.
      if (socket.getSoTimeout() > 0) return stream.read(into, offset, length);
      if (fill() < 0) return -1;
    }
    int n = Math.min(length, buffer.remaining());
    buffer.get(into, offset, n);
    return n;
  }

  private int fill() throws IOException {
    if (filled && buffer.capacity() < MOST) {
      buffer = ByteBuffer.allocateDirect(2 * buffer.capacity());
    }
    lull.pause();
    buffer.clear();
    int n = -1;
    try {
      n = channel.read(buffer);
    } catch (ClosedChannelException e) {
      // As the stream says it: TLS tells a socket that failed from a peer that errs.
      throw (SocketException) new SocketException("Socket closed").initCause(e);
    } finally {
      buffer.flip();
    }
    filled = n == buffer.capacity();
    lull.after(n, buffer.capacity());
    return n;
  }

  @Override
  public int available() throws IOException {
    return buffer.remaining() + stream.available();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
