package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Method;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.WireException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where answers send the client, and what it takes along. */
final class FollowingTest {
  private static final String OK =
      """
      S: HTTP/1.1 200 OK
      S: Content-Length: 2
      S:
      S+: ok
      """;

  private static String redirect(int code, String to) {
    return "S: HTTP/1.1 %d Go\nS: Location: %s\nS: Content-Length: 0\nS:\n".formatted(code, to);
  }

  private static String send(Transcript server, UnaryOperator<Request> change) throws Exception {
    try (var client = TestClients.patient();
        var response =
            client.send(
                change.apply(Request.get(Url.parse("http://" + server.endpoint() + "/"))))) {
      return response.before().size() + " " + response.text();
    }
  }

  @ParameterizedTest(name = "{1} answered by {0} goes on as {2}")
  @CsvSource({
    "301, GET, GET",
    "302, HEAD, HEAD",
    "303, HEAD, HEAD",
    "303, PUT, GET",
    "301, POST, GET",
    "302, POST, GET",
    "303, POST, GET",
    "307, POST, POST",
    "308, POST, POST",
    "302, PUT, PUT",
    "307, DELETE, DELETE"
  })
  void theMethodFollowsTheRules(int code, String method, String next) throws Exception {
    boolean body = method.equals("POST") || method.equals("PUT");
    boolean again = next.equals("POST") || next.equals("PUT");
    String one = "C: " + method + " / HTTP/1.1\nC*:\n" + (body ? "C+: x\n" : "");
    String two = "C: " + next + " /b HTTP/1.1\nC*:\n" + (again ? "C+: x\n" : "");
    String answer = next.equals("HEAD") ? OK.replace("S+: ok\n", "") : OK;
    try (var server = new Transcript(one + redirect(code, "/b") + two + answer)) {
      var payload = body ? Payload.of(new byte[] {'x'}, "text/plain") : Payload.NONE;
      String came = send(server, r -> r.withMethod(new Method(method)).withPayload(payload));
      assertEquals(next.equals("HEAD") ? "1 " : "1 ok", came);
    }
  }

  @Test
  void credentialsStayWithTheirOrigin() throws Exception {
    String there =
        "C: GET /x HTTP/1.1\nC*: Accept-Encoding: gzip, deflate, br\nC: User-Agent: me\nC:\n" + OK;
    try (var other = new Transcript(there);
        var server =
            new Transcript(
                "C*: Cookie: a=b\nC*:\n" + redirect(302, "http://" + other.endpoint() + "/x"))) {
      String came =
          send(
              server,
              r ->
                  r.with("X-Secret", "yes")
                      .with("User-Agent", "me")
                      .with("Authorization", "Bearer t")
                      .with("Cookie", "a=b"));
      assertEquals("1 ok", came);
    }
  }

  @Test
  void theyGoAlongWithinIt() throws Exception {
    String script =
        "C*:\n"
            + redirect(302, "/b")
            + "C: GET /b HTTP/1.1\nC*: Authorization: Bearer t\nC*:\n"
            + OK;
    try (var server = new Transcript(script)) {
      assertEquals("1 ok", send(server, r -> r.with("Authorization", "Bearer t")));
    }
  }

  @Test
  void aCircleEnds() throws Exception {
    String round = "C*:\n" + redirect(302, "/");
    try (var server = new Transcript(round.repeat(21))) {
      var thrown = assertThrows(WireException.class, () -> send(server, r -> r));
      assertTrue(
          String.valueOf(thrown.getMessage()).contains("more than 20 redirects"), thrown::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)"})
  void nobodyIsSentOutOfTheWeb(String to) throws Exception {
    try (var server = new Transcript("C*:\n" + redirect(302, to))) {
      assertThrows(WireException.class, () -> send(server, r -> r));
    }
  }

  @Test
  void cookiesOfARedirectAreSentOn() throws Exception {
    String script =
        "C*:\n"
            + redirect(302, "/b").replace("S: Content", "S: Set-Cookie: a=1\nS: Content")
            + "C: GET /b HTTP/1.1\nC*: Cookie: a=1\nC*:\n"
            + OK;
    try (var server = new Transcript(script)) {
      assertEquals("1 ok", send(server, r -> r));
    }
  }

  @Test
  void aRedirectWithoutAPlaceIsTheAnswer() throws Exception {
    String script = "C*:\n" + OK.replace("200 OK", "302 Found");
    try (var server = new Transcript(script)) {
      assertEquals("0 ok", send(server, r -> r));
    }
  }
}
