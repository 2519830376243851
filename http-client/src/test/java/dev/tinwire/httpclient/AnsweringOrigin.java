package dev.tinwire.httpclient;

import dev.tinwire.http.Body;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An origin on the loopback that answers each request with what a function says, over connections
 * that stay open; what it was asked is kept.
 */
final class AnsweringOrigin implements AutoCloseable {
  /** Answers a request with octets; empty to close the connection instead. */
  @FunctionalInterface
  interface Answer {
    Optional<byte[]> to(RequestHead head) throws IOException;
  }

  private final ServerSocket listener;
  private final List<RequestHead> asked = Collections.synchronizedList(new ArrayList<>());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Answer answer;

  AnsweringOrigin(Answer answer) throws IOException {
    this(0, answer);
  }

  /** On a port that the test has a reason for. */
  AnsweringOrigin(int port, Answer answer) throws IOException {
    this.listener = new ServerSocket(port, 50, Loopback.V4);
    this.answer = answer;
    Thread.ofVirtual().name("origin").start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/";
  }

  int port() {
    return listener.getLocalPort();
  }

  /** An answer with a length, of a head without one. */
  static Optional<byte[]> reply(String head, String body) {
    String text =
        "HTTP/1.1 "
            + head.replace("\n", "\r\n")
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    return Optional.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  List<RequestHead> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        Thread.ofVirtual().name("origin-talk").start(() -> talk(socket));
      } catch (IOException _) {
        return; // closed: the test is over
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      var in = new ByteReader(socket.getInputStream());
      while (!in.atEnd()) {
        RequestHead head = RequestHead.read(in, Limits.CLIENT, EnumSet.noneOf(Leniency.class));
        var framing = Framing.ofRequest(head.fields(), head.line().version());
        Body.of(framing, in, Limits.CLIENT).readAllBytes();
        asked.add(head);
        Optional<byte[]> reply = answer.to(head);
        if (reply.isEmpty()) return;
        socket.getOutputStream().write(reply.get());
        socket.getOutputStream().flush();
      }
    } catch (IOException _) {
      // The client has left; what it thinks of it is what the test looks at.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) socket.close();
  }
}
