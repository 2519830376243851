package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Method;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.secret.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server is likely to want something first, the body waits, and goes out once. */
class BodySentOnceTest {
  private static final String REFUSED =
      """
      C: PUT / HTTP/1.1
      C*: Expect: 100-continue
      C*:
      S: HTTP/1.1 401 Unauthorized
      S: WWW-Authenticate: Basic realm="r"
      S: Content-Length: 0
      S:
      """;

  private static final String DONE =
      """
      S: HTTP/1.1 201 Created
      S: Content-Length: 0
      S:
      """;

  private static Payload bytes() {
    return Payload.of("abc".getBytes(StandardCharsets.UTF_8), "text/plain");
  }

  private static Payload stream() {
    var in = new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8));
    return Payload.of(in, "text/plain");
  }

  private static String put(Transcript server, Payload payload, boolean login) throws Exception {
    Url url = Url.parse("http://" + server.endpoint() + "/");
    var known = Logins.at(url.origin(), new Basic("anna", Secret.of("secret")));
    var options = TestClients.options().withLogins(login ? known : Logins.NONE);
    try (var client = HttpClient.create(options);
        var response = client.send(Request.of(new Method("PUT"), url).withPayload(payload))) {
      return response.before().size() + " " + response.status().code();
    }
  }

  @Test
  void bytesWaitUntilTheLoginIsAskedFor() throws Exception {
    String again = "---\nC*: Authorization: Basic YW5uYTpzZWNyZXQ=\nC:\nC+: abc\n" + DONE;
    try (var server = new Transcript(REFUSED + again)) {
      assertEquals("1 201", put(server, bytes(), true));
    }
  }

  @Test
  void aStreamIsStillThereWhenTheLoginWasAskedFor() throws Exception {
    String again =
        """
        ---
        C*: Expect: 100-continue
        C: Authorization: Basic YW5uYTpzZWNyZXQ=
        C:
        S: HTTP/1.1 100 Continue
        S:
        C: 3
        C: abc
        C: 0
        C:
        """;
    try (var server = new Transcript(REFUSED + again + DONE)) {
      assertEquals("1 201", put(server, stream(), true));
    }
  }

  @Test
  void oneThatIsKnownSaysItAtOnce() throws Exception {
    String first =
        REFUSED.replaceAll("(?s)S: HTTP.*", "") + "S: HTTP/1.1 100 Go\nS:\nC+: abc\n" + DONE;
    try (var server = new Transcript(first)) {
      assertEquals("0 201", put(server, bytes(), true));
    }
  }

  @Test
  void withoutALoginNothingWaits() throws Exception {
    String script = "C: PUT / HTTP/1.1\nC*: Content-Length: 3\nC:\nC+: abc\n" + DONE;
    try (var server = new Transcript(script)) {
      assertEquals("0 201", put(server, bytes(), false));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoTakesNoExpectationsIsAskedWithout(boolean streamed) throws Exception {
    String refused =
        """
        C*: Expect: 100-continue
        C*:
        S: HTTP/1.1 417 No
        S: Content-Length: 0
        S:
        ---
        C: PUT / HTTP/1.1
        C*:
        """;
    String body = streamed ? "C: 3\nC: abc\nC: 0\nC:\n" : "C+: abc\n";
    try (var server = new Transcript(refused + body + DONE)) {
      assertEquals("1 201", put(server, streamed ? stream() : bytes(), !streamed));
    }
  }
}
