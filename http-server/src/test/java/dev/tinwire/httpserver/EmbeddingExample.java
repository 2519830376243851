package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;

/** What docs/serve.md shows, between the marks; a test holds the page to it. */
final class EmbeddingExample {
  private EmbeddingExample() {}

  static HttpServer start() throws IOException {
    // begin
    Handler hello =
        request -> Answer.of(Status.OK, Content.of("you asked for " + request.target() + "\n"));
    var server = HttpServer.start(ServerOptions.loopback(0), hello);
    System.out.println("listening at " + server.addresses());
    // end
    return server;
  }

  // begin
  static Answer events(BlockingQueue<String> news) {
    var stream = new Content.Written(OptionalLong.empty(), out -> tell(news, out));
    return Answer.of(Status.OK, stream).with("Content-Type", "text/event-stream");
  }

  private static void tell(BlockingQueue<String> news, OutputStream out) throws IOException {
    try {
      while (true) {
        String event = "data: " + news.take() + "\n\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException _) {
      throw new InterruptedIOException("the server ends");
    }
  }
  // end
}
