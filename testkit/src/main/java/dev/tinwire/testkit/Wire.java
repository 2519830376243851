package dev.tinwire.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One end of a scripted connection: bytes as text, and every surprise told in words. Reads byte by
 * byte, so that nothing of a TLS handshake is taken away with the line before it.
 */
final class Wire implements AutoCloseable {
  private static final int LINE_LIMIT = 1 << 20;

  /** How long a client that stays connected holds up the end of a test, at most twice. */
  private static final int LISTENING_MS = 20;

  private final Socket plain;
  private final Duration patience;
  private Socket top;
  private volatile boolean listening = true;

  Wire(Socket socket, Duration patience) throws IOException {
    this.plain = socket;
    this.top = socket;
    this.patience = patience;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
  }

  void say(String bytes) throws IOException {
    top.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    top.getOutputStream().flush();
  }

  /** The next bytes up to and with a LF. */
  String line() throws Surprise, IOException {
    var got = new StringBuilder();
    while (got.length() < LINE_LIMIT) {
      int b = read(got);
      got.append((char) b);
      if (b == '\n') return got.toString();
    }
    throw new Surprise("a line of more than " + LINE_LIMIT + " bytes");
  }

  /** As many bytes as expected, or what came up to the first that differs and behind it. */
  String exactly(String expected) throws Surprise, IOException {
    var got = new StringBuilder();
    while (got.length() < expected.length()) {
      int b = read(got);
      got.append((char) b);
      if (b != expected.charAt(got.length() - 1)) return got.append(available()).toString();
    }
    return got.toString();
  }

  /** Any {@code length} bytes. */
  String any(int length) throws Surprise, IOException {
    var got = new StringBuilder();
    while (got.length() < length) got.append((char) read(got));
    return got.toString();
  }

  private int read(CharSequence before) throws Surprise, IOException {
    try {
      int b = top.getInputStream().read();
      if (b < 0) throw new Surprise(after(before) + "the connection was closed");
      return b;
    } catch (SocketTimeoutException _) {
      throw new Surprise(after(before) + "nothing came for " + patience);
    }
  }

  private static String after(CharSequence got) {
    return got.isEmpty() ? "" : Escapes.escape(got.toString()) + " and then ";
  }

  /** All that still comes, to the orderly end. */
  String toEnd() throws Surprise, IOException {
    var got = new StringBuilder();
    try {
      while (got.length() < LINE_LIMIT) {
        int b = top.getInputStream().read();
        if (b < 0) return got.toString();
        got.append((char) b);
      }
    } catch (SocketTimeoutException _) {
      throw new Surprise(after(got) + "it stayed open for " + patience);
    }
    throw new Surprise("more than " + LINE_LIMIT + " bytes");
  }

  /** Demands that the other side has nothing more to say. */
  void demandEnd(boolean anyWillDo) throws Surprise, IOException {
    try {
      int b = top.getInputStream().read();
      if (b >= 0) throw new Surprise(Escapes.escape(Character.toString(b) + available()));
    } catch (SocketTimeoutException _) {
      throw new Surprise("it stayed open for " + patience);
    } catch (IOException e) {
      if (!anyWillDo) throw e;
    }
  }

  /** What is there by now, without waiting. */
  String available() throws IOException {
    InputStream in = top.getInputStream();
    return new String(in.readNBytes(Math.min(in.available(), 200)), StandardCharsets.ISO_8859_1);
  }

  /** What the other side has said too much by now; an end of any kind is not too much. */
  String more() {
    try {
      return available();
    } catch (IOException _) {
      return "";
    }
  }

  /** Whatever still comes until the end, or until {@link #stopListening()} is called. */
  String rest() {
    try {
      plain.setSoTimeout(LISTENING_MS);
      while (true) {
        // Looked at before reading: what came before the call is still heard.
        boolean last = !listening;
        try {
          int b = top.getInputStream().read();
          return b < 0 ? "" : Character.toString(b) + available();
        } catch (SocketTimeoutException _) {
          if (last) return "";
        }
      }
    } catch (IOException _) {
      return ""; // a reset is an end, too
    }
  }

  void stopListening() {
    listening = false;
  }

  void upgrade(Side side, SSLContext context) throws IOException {
    var factory = context.getSocketFactory();
    var tls =
        switch (side) {
          case SERVER ->
              (SSLSocket) factory.createSocket(plain, new ByteArrayInputStream(new byte[0]), true);
          case CLIENT ->
              (SSLSocket) factory.createSocket(plain, "localhost", plain.getPort(), true);
        };
    tls.startHandshake();
    top = tls;
  }

  void end(Step.Ending ending) throws IOException {
    switch (ending) {
      case CLOSE -> {
        if (!top.isOutputShutdown()) top.shutdownOutput();
        if (!plain.isOutputShutdown()) plain.shutdownOutput();
      }
      case DROP -> plain.shutdownOutput();
      case CUT -> {
        plain.setSoLinger(true, 0);
        plain.close();
      }
    }
  }

  boolean closed() {
    return plain.isClosed();
  }

  /** Closes the socket underneath: closing an SSLSocket could wait behind a stuck write. */
  @Override
  public void close() {
    try {
      plain.close();
    } catch (IOException _) {
      // Nobody is left whom it could concern.
    }
  }
}
