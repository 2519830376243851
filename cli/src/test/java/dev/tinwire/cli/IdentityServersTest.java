package dev.tinwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.smtpclient.TokenEndpoint;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Proxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** OAuth's questions over our HTTP client, against scripted identity servers and proxies. */
@Timeout(60)
final class IdentityServersTest {
  private static TokenEndpoint.Answer ask(DialOptions way, String url) throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", "a+b/c=");
    return new IdentityServers(way).post(url, form, Deadline.in(Duration.ofSeconds(20)));
  }

  @Test
  void theFormIsPostedAndAnyAnswerIsOne() throws Exception {
    String script =
        """
        C: POST /token HTTP/1.1
        C*:
        C+: grant_type=refresh_token&refresh_token=a%2Bb%2Fc%3D
        S: HTTP/1.1 400 Bad Request
        S: Content-Length: 2
        S:
        S+: {}
        """;
    try (var server = new Transcript(script)) {
      TokenEndpoint.Answer answer =
          ask(DialOptions.defaults(), "http://" + server.endpoint() + "/token");
      assertEquals(new TokenEndpoint.Answer(400, "{}"), answer);
      server.assertDone();
    }
  }

  /** There are secrets in the form: they go to nobody but whom we asked. */
  @Test
  void aRedirectIsNotFollowed() throws Exception {
    String script =
        """
        C: POST /token HTTP/1.1
        C*:
        C+: grant_type=refresh_token&refresh_token=a%2Bb%2Fc%3D
        S: HTTP/1.1 307 Temporary Redirect
        S: Location: http://127.0.0.1:1/elsewhere
        S: Content-Length: 0
        S:
        """;
    try (var server = new Transcript(script)) {
      assertEquals(
          new TokenEndpoint.Answer(307, ""),
          ask(DialOptions.defaults(), "http://" + server.endpoint() + "/token"));
      server.assertDone();
    }
  }

  @Test
  void theProxyOfTheNetworkOptionsIsUsed() throws Exception {
    String script =
        """
        C: POST http://login.example/token HTTP/1.1
        C*:
        C+: grant_type=refresh_token&refresh_token=a%2Bb%2Fc%3D
        S: HTTP/1.1 200 OK
        S: Content-Length: 4
        S:
        S+: {"":
        """;
    try (var proxy = new Transcript(script)) {
      var way =
          DialOptions.defaults().withProxy(Optional.of(Proxy.parse("http://" + proxy.endpoint())));
      assertEquals(new TokenEndpoint.Answer(200, "{\"\":"), ask(way, "http://login.example/token"));
      proxy.assertDone();
    }
  }
}
