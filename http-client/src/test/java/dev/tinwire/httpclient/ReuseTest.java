package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.WireException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connections are used again, and what happens when one died meanwhile. */
final class ReuseTest {
  private static final String ANSWER =
      """
      C*:
      S: HTTP/1.1 200 OK
      S: Content-Length: 2
      S:
      S+: hi
      """;

  private static String get(HttpClient client, Transcript server) throws Exception {
    try (var response = client.get("http://" + server.endpoint() + "/")) {
      return response.text();
    }
  }

  @Test
  void anAnswerReadToItsEndLeavesTheConnection() throws Exception {
    try (var client = TestClients.patient();
        var server = new Transcript(ANSWER + ANSWER)) {
      assertEquals("hi", get(client, server));
      assertEquals("hi", get(client, server));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"S: HTTP/1.1 200 OK\nS: Connection: close", "S: HTTP/1.0 200 OK"})
  void anAnswerThatSaysSoEndsIt(String head) throws Exception {
    String last = ANSWER.replace("S: HTTP/1.1 200 OK", head);
    try (var client = TestClients.patient();
        var server = new Transcript(last + "---\n" + ANSWER)) {
      assertEquals("hi", get(client, server));
      assertEquals("hi", get(client, server));
    }
  }

  @Test
  void whatComesBehindAnAnswerIsNotTheNextOne() throws Exception {
    String answer = "HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n";
    String both = "C*:\nS+: " + answer + "hi" + answer + "no\n";
    try (var client = TestClients.patient();
        var server = new Transcript(both + "---\n" + ANSWER)) {
      assertEquals("hi", get(client, server));
      assertEquals("hi", get(client, server));
    }
  }

  @Test
  void whatIsSentTwiceWithoutHarmIsSentTwice() throws Exception {
    try (var client = TestClients.patient();
        var server = new Transcript(ANSWER + "C*:\nS CLOSE\n---\n" + ANSWER)) {
      assertEquals("hi", get(client, server));
      assertEquals("hi", get(client, server));
    }
  }

  @Test
  void aPostIsNotSentTwice() throws Exception {
    try (var client = TestClients.patient();
        var server = new Transcript(ANSWER + "C*:\nC+: x\nS CLOSE\n")) {
      assertEquals("hi", get(client, server));
      var url = "http://" + server.endpoint() + "/";
      var payload = Payload.of(new byte[] {'x'}, "text/plain");
      var thrown = assertThrows(WireException.class, () -> client.post(url, payload).close());
      assertTrue(
          String.valueOf(thrown.getMessage()).contains("POST is not sent twice"), thrown::toString);
    }
  }

  @Test
  void aConnectionThatEndedMeanwhileIsNotUsedForAPost() throws Exception {
    String post = "C: POST / HTTP/1.1\nC*:\nC+: x\nS: HTTP/1.1 204 No Content\nS:\n";
    try (var client = TestClients.patient();
        var server = new Transcript(ANSWER + "S CLOSE\nPAUSE ended\n---\n" + post)) {
      assertEquals("hi", get(client, server));
      server.awaitPause("ended");
      server.resume("ended");
      var url = "http://" + server.endpoint() + "/";
      try (var response = client.post(url, Payload.of(new byte[] {'x'}, "text/plain"))) {
        assertEquals(204, response.status().code());
      }
    }
  }

  @Test
  void whoWaitedTooLongIsAskedAgainElsewhere() throws Exception {
    String late =
        """
        C*:
        S: HTTP/1.1 408 Request Timeout
        S: Connection: close
        S: Content-Length: 0
        S:
        S CLOSE
        """;
    try (var client = TestClients.patient();
        var server = new Transcript(ANSWER + late + "---\n" + ANSWER)) {
      assertEquals("hi", get(client, server));
      assertEquals("hi", get(client, server));
    }
  }
}
