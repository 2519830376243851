package dev.tinwire.httpclient;

import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.TestIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;

/**
 * An origin on the loopback that answers each connection with bytes of the test's choice and then
 * ends it as told, plain or under TLS. What it was asked is kept.
 */
final class HostileOrigin implements AutoCloseable {
  /** What happens behind the bytes. */
  enum Ending {
    /** In good order. */
    CLOSE,
    /** Without the close_notify that TLS owes; plain, as CLOSE. */
    DROP,
    RESET,
    /** Silence; the test ends it. */
    STALL,
    /** Half-closed; goes on reading, as curl's test server does. */
    HALF
  }

  private final ServerSocket listener = new ServerSocket(0, 50, Loopback.V4);
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final boolean tls;
  private final List<byte[]> replies;
  private final Ending ending;

  /** Each connection gets the next reply, those after the last get the last again. */
  HostileOrigin(boolean tls, Ending ending, byte[]... replies) throws IOException {
    this.tls = tls;
    this.ending = ending;
    this.replies = List.of(replies);
    Thread.ofVirtual().name("hostile").start(this::accept);
  }

  String url() {
    return (tls ? "https" : "http") + "://localhost:" + listener.getLocalPort() + "/";
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    for (int i = 0; !listener.isClosed(); i++) {
      byte[] reply = replies.get(Math.min(i, replies.size() - 1));
      try {
        Socket raw = listener.accept();
        sockets.add(raw);
        Thread.ofVirtual().name("hostile-talk").start(() -> talk(raw, reply));
      } catch (IOException _) {
        return; // closed: the test is over
      }
    }
  }

  private void talk(Socket raw, byte[] reply) {
    try {
      Socket socket = tls ? secured(raw) : raw;
      readHead(socket.getInputStream());
      socket.getOutputStream().write(reply);
      socket.getOutputStream().flush();
      end(raw, socket);
    } catch (IOException _) {
      // The client has left; what it thinks of it is what the test looks at.
    }
  }

  private static Socket secured(Socket raw) throws IOException {
    var factory = TestIdentity.localhost().server().getSocketFactory();
    var socket = (SSLSocket) factory.createSocket(raw, null, true);
    socket.startHandshake();
    return socket;
  }

  private void readHead(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) return;
      head.append((char) b);
    }
    requests.add(head.toString());
  }

  private void end(Socket raw, Socket socket) throws IOException {
    switch (ending) {
      case CLOSE -> socket.close();
      case DROP -> raw.close();
      case RESET -> {
        raw.setSoLinger(true, 0);
        raw.close();
      }
      case HALF -> {
        if (tls) ((SSLSocket) socket).shutdownOutput();
        else socket.shutdownOutput();
      }
      case STALL -> {} // close() ends it
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) socket.close();
  }
}
