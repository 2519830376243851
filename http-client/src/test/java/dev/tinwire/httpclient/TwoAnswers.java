package dev.tinwire.httpclient;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A server of two answers that reads the second request once it was counted what came early. */
final class TwoAnswers implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final CompletableFuture<Socket> accepted = new CompletableFuture<>();
  private final CountDownLatch counted = new CountDownLatch(1);
  private final String field;

  TwoAnswers(String field) throws IOException {
    this.field = field;
    Thread.ofVirtual().start(this::serve);
  }

  String endpoint() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  /** What is sent over the loopback is there when the sender goes on. */
  int unread() throws IOException {
    int bytes = accepted.join().getInputStream().available();
    counted.countDown();
    return bytes;
  }

  private void serve() {
    try (Socket socket = listener.accept()) {
      var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      skipHead(lines);
      accepted.complete(socket);
      answer(socket, field + "Content-Length: 3\r\n\r\none");
      counted.await();
      skipHead(lines);
      answer(socket, "Content-Length: 3\r\n\r\ntwo");
      skipHead(lines);
    } catch (IOException | InterruptedException e) {
      accepted.completeExceptionally(e);
    }
  }

  private static void skipHead(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
      line = lines.readLine();
    }
  }

  private static void answer(Socket socket, String rest) throws IOException {
    socket.getOutputStream().write(("HTTP/1.1 200 OK\r\n" + rest).getBytes(US_ASCII));
  }

  @Override
  public void close() throws IOException {
    counted.countDown();
    listener.close();
  }
}
