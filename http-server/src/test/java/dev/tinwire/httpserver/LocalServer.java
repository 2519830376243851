package dev.tinwire.httpserver;

import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.ScriptedClient;
import dev.tinwire.testkit.Stage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A server on 127.0.0.1 that remembers what it told its observer. */
final class LocalServer implements AutoCloseable {
  /** Answers with the method and the body, so that a test sees what arrived. */
  static final Handler ECHO =
      request -> {
        byte[] body = request.body().readAllBytes();
        return Answer.of(
            Status.OK,
            Content.of(
                request.method()
                    + " "
                    + request.target()
                    + " "
                    + new String(body, StandardCharsets.ISO_8859_1)
                    + "\n"));
      };

  private final BlockingQueue<Served> served = new LinkedBlockingQueue<>();
  private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
  private final HttpServer server;

  LocalServer(Handler handler) throws IOException {
    this(handler, options -> options);
  }

  LocalServer(Handler handler, UnaryOperator<ServerOptions> change) throws IOException {
    var observer =
        new ServerObserver() {
          @Override
          public void served(Served one) {
            served.add(one);
          }

          @Override
          public void failed(RequestHead request, Exception failure) {
            failures.add(failure);
          }
        };
    var at = List.of(new InetSocketAddress(Loopback.V4, 0));
    server = HttpServer.start(change.apply(ServerOptions.at(at).withObserver(observer)), handler);
  }

  /** With other limits. */
  static LocalServer within(UnaryOperator<ServerLimits> limits, Handler handler)
      throws IOException {
    return new LocalServer(
        handler, options -> options.withLimits(limits.apply(ServerLimits.DEFAULT)));
  }

  InetSocketAddress address() {
    return server.addresses().getFirst();
  }

  HttpServer server() {
    return server;
  }

  /** Plays a client's script; {@code D} stands for a Date line. */
  void talk(String script) throws IOException, InterruptedException {
    talk(script, Stage.loopback());
  }

  void talk(String script, Stage stage) throws IOException, InterruptedException {
    String date = "S~: Date: ..., \\\\d\\\\d ... \\\\d{4} \\\\d\\\\d:\\\\d\\\\d:\\\\d\\\\d GMT";
    ScriptedClient.talk(address(), script.replaceAll("(?m)^D$", date), stage);
  }

  /** All that the server says to these bytes (one character each) until it closes. */
  String said(String bytes) throws IOException {
    return said(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  String said(byte[] bytes) throws IOException {
    try (var socket = connect()) {
      socket.getOutputStream().write(bytes);
      return rest(socket);
    }
  }

  Socket connect() throws IOException {
    var socket = new Socket();
    socket.connect(address());
    socket.setSoTimeout(10_000);
    return socket;
  }

  static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** The next that was served, waited for. */
  Served served() throws InterruptedException {
    Served one = served.poll(10, TimeUnit.SECONDS);
    if (one == null) throw new AssertionError("nothing was served");
    return one;
  }

  /** The next failure, waited for. */
  Exception failure() throws InterruptedException {
    Exception one = failures.poll(10, TimeUnit.SECONDS);
    if (one == null) throw new AssertionError("nothing failed");
    return one;
  }

  boolean failed() {
    return !failures.isEmpty();
  }

  @Override
  public void close() {
    server.close();
  }
}
