package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/**
 * Server-sent events of a handler of one's own: an answer without an end, which outlives all limits
 * there are for silence, since it is not the client who is silent.
 */
class EventStreamTest {
  private static final Duration LIMIT = Duration.ofMillis(100);
  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

  private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

  private Answer answer(Request request) {
    if (request.target().toString().equals("/short")) return Answer.of(Status.OK, Content.of(""));
    return EmbeddingExample.events(events);
  }

  /** Every limit that there is for silence passes ten times, as another connection shows. */
  @Test
  void aStreamOutlivesEveryLimit() throws Exception {
    try (var server =
            LocalServer.within(
                limits ->
                    limits
                        .withIdle(LIMIT)
                        .withHead(LIMIT)
                        .withPace(new Pace(LIMIT, 500))
                        .withGrace(LIMIT),
                this::answer);
        var socket = server.connect()) {
      socket.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (int i = 0; i < 10; i++) {
        events.add("event " + i);
        assertTrue(reads(in, "data: event " + i));
        // Given up for its silence, after every limit has passed since the event.
        server.said("GET /short HTTP/1.1\r\nHost: h\r\n\r\n");
      }
    }
    assertEquals(0, events.size());
  }

  private static boolean reads(BufferedReader in, String wanted) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(wanted)) return true;
    }
    return false;
  }
}
