package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** One way to be rude to a server with some bytes. Yields what it answered, as far as we read. */
enum Attack {
  /** All at once, then the end of our side. */
  WHOLE {
    @Override
    void send(Socket socket, byte[] bytes, RandomGenerator random) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
    }
  },
  /** Byte by byte, and some more of them, each in a segment of its own. */
  DRIP {
    @Override
    void send(Socket socket, byte[] bytes, RandomGenerator random) throws IOException {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (int at = 0; at < bytes.length; ) {
        int n = Math.min(1 + random.nextInt(3), bytes.length - at);
        out.write(bytes, at, n);
        at += n;
      }
      socket.shutdownOutput();
    }
  },
  /** Somewhere in the middle our side ends. */
  CUT {
    @Override
    void send(Socket socket, byte[] bytes, RandomGenerator random) throws IOException {
      socket.getOutputStream().write(bytes, 0, random.nextInt(bytes.length));
      socket.shutdownOutput();
    }
  },
  /** Somewhere in the middle we are gone, without a word. */
  RESET {
    @Override
    void send(Socket socket, byte[] bytes, RandomGenerator random) throws IOException {
      socket.getOutputStream().write(bytes, 0, random.nextInt(bytes.length));
      socket.setSoLinger(true, 0);
      socket.close();
    }
  },
  /** We ask and never look at the answer. */
  DEAF {
    @Override
    void send(Socket socket, byte[] bytes, RandomGenerator random) throws IOException {
      socket.setReceiveBufferSize(1024);
      for (int i = 0; i < 20; i++) socket.getOutputStream().write(bytes);
      socket.setSoLinger(true, 0);
      socket.close();
    }
  },
  /** We stop in the middle and wait to be thrown out. */
  STALL {
    @Override
    void send(Socket socket, byte[] bytes, RandomGenerator random) throws IOException {
      socket.getOutputStream().write(bytes, 0, random.nextInt(bytes.length));
    }
  };

  private static final int PATIENCE_MS = 20_000;
  private static final int READ_AT_MOST = 1 << 20;

  abstract void send(Socket socket, byte[] bytes, RandomGenerator random) throws IOException;

  /** Carries it out. A connection that was reset is a way to be answered, too. */
  String on(InetSocketAddress server, byte[] bytes, RandomGenerator random) throws IOException {
    try (var socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.connect(server, PATIENCE_MS);
      var said = new StringBuilder();
      try {
        send(socket, bytes, random);
        if (!socket.isClosed()) listen(socket.getInputStream(), said);
      } catch (java.net.SocketException _) {
        // Thrown out, as far as we have got.
      }
      return said.toString();
    }
  }

  private static void listen(InputStream in, StringBuilder said) throws IOException {
    byte[] some = new byte[8192];
    while (said.length() < READ_AT_MOST) {
      int n = in.read(some);
      if (n < 0) return;
      said.append(new String(Arrays.copyOf(some, n), StandardCharsets.ISO_8859_1));
    }
  }
}
