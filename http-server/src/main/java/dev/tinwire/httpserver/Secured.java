package dev.tinwire.httpserver;

import dev.tinwire.wire.Connection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose handshake is over, with the TLS that is laid over it. In a {@link Lobby} that
 * is used as a machine that turns records into requests and answers into records, and never waits.
 */
record Secured(Connection connection, SSLSocket tls, Records records) {
  /** A close_notify, and whatever TLS may want to say before it. */
  private static final int FAREWELL = 1024;

  /**
   * What was asked, out of the records that are here; 0 if there is no whole one, negative if the
   * client has said that it is done.
   */
  int read(byte[] into) throws IOException {
    while (records.whole()) {
      try {
        int n = tls.getInputStream().read(into);
        if (n != 0) return n;
      } catch (SocketTimeoutException _) {
        // It was nothing but a word between TLS and TLS, such as KeyUpdate.
      }
    }
    return 0;
  }

  /**
   * Sends a piece of a large answer, for a session. On a tray its records leave by one system call
   * and in few packets; by itself each would be one, and the other end woken for it.
   */
  void send(byte[] from, int offset, int length, @Nullable ByteBuffer tray) throws IOException {
    if (tray == null) {
      tls.getOutputStream().write(from, offset, length);
      return;
    }
    records.gatherOutput(tray.clear());
    try {
      tls.getOutputStream().write(from, offset, length);
    } finally {
      records.direct();
    }
    tray.flip();
    SocketChannel channel = connection.raw().getChannel();
    while (tray.hasRemaining()) channel.write(tray);
  }

  /** Puts the records of an answer on the tray. */
  void write(byte[] answer, int length) throws IOException {
    tls.getOutputStream().write(answer, 0, length);
  }

  /** Says that nothing more will come (RFC 8446 §6.1), if the client takes it at once. */
  void farewell(WritableByteChannel to) {
    ByteBuffer last = ByteBuffer.allocate(FAREWELL);
    records.gather(last, new byte[0], 0);
    try {
      tls.shutdownOutput();
      to.write(last.flip());
    } catch (IOException | RuntimeException _) {
      // It will see the end of the connection.
    }
  }
}
