package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectProxyTest {
  private static final Optional<Login> ANN = Optional.of(new Login("ann", Secret.of("s3cret")));

  private static String outcome(String said, Optional<Login> login) throws IOException {
    var replies = Replies.of(said.replace("~", "\r\n").replace("\\n", "\n").replace("\\t", "\t"));
    var proxy = new ConnectProxy(replies.in(), replies.out());
    try {
      proxy.open(Endpoint.parse("x.example:443", 0), login);
      return "open";
    } catch (WireException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void asksForTheTarget() throws IOException {
    var replies = Replies.of("HTTP/1.1 200 Connection established\r\n\r\n");
    new ConnectProxy(replies.in(), replies.out())
        .open(Endpoint.parse("[::1]:443", 0), Optional.empty());
    assertEquals("CONNECT [::1]:443 HTTP/1.1\r\nHost: [::1]:443\r\n\r\n", replies.sent());
  }

  @Test
  void givesTheLoginAsBasicInUtf8() throws IOException {
    var replies = Replies.of("HTTP/1.1 200 OK\r\n\r\n");
    new ConnectProxy(replies.in(), replies.out())
        .open(
            Endpoint.parse("x.example:443", 0), Optional.of(new Login("test", Secret.of("123£"))));
    assertEquals( // the example of RFC 7617 §2.1
        """
        CONNECT x.example:443 HTTP/1.1\r
        Host: x.example:443\r
        Proxy-Authorization: Basic dGVzdDoxMjPCow==\r
        \r
        """,
        replies.sent());
  }

  @Test
  void whatTheTargetSaysIsLeftInTheReader() throws IOException {
    var replies =
        Replies.of("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n220 mx.example ESMTP\r\n");
    new ConnectProxy(replies.in(), replies.out())
        .open(Endpoint.parse("x.example:25", 0), Optional.empty());
    assertEquals("220 mx.example ESMTP", replies.in().line("greeting", 100));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the proxy says, ~ for CR LF              | what comes of it
          HTTP/1.1 200 OK~~                          | open
          HTTP/1.0 200 Connection established~~      | open
          HTTP/1.1 204 ~~                            | open
          HTTP/1.1 200 ~Via: x~A:~~                  | open
          HTTP/1.1 200 ~Transfer-Encoding: chunked~~ | open
          HTTP/1.1 100 Continue~~HTTP/1.1 200 OK~~   | open
          HTTP/1.1 403 Forbidden~~                   | it answered 403 Forbidden
          HTTP/1.1 502 ~~                            | it answered 502
          HTTP/1.1 101 Switching Protocols~~         | it answered 101 Switching Protocols
          HTTP/1.1 302 Found~Location: http://x/~~   | it answered 302 Found
          HTTP/1.1 407 ~Proxy-Authenticate: Basic realm=x~~ | it wants a login; write it into the address as USER:PASSWORD@ (407)
          HTTP/1.1 407 ~proxy-authenticate:basic~~   | it wants a login; write it into the address as USER:PASSWORD@ (407)
          HTTP/1.1 407 ~Proxy-Authenticate: NTLM~Proxy-Authenticate: Negotiate~~ | it wants a login, but takes only NTLM, Negotiate, and Basic is all we speak (407)
          HTTP/1.1 407 ~~                            | it wants a login, but names no way, and Basic is all we speak (407)
          ''                                         | connection closed before the status line
          HTTP/1.1 200 OK~                           | connection closed before the field line
          HTTP/1.1 200 OK~Via: x                     | connection closed inside the field line
          HTTP/1.1 200~~                             | bad status line "HTTP/1.1 200": expected HTTP/1.1 200
          HTTP/2.0 200 OK~~                          | bad status line "HTTP/2.0 200 OK": expected HTTP/1.1 200
          ICY 200 OK~~                               | bad status line "ICY 200 OK": expected HTTP/1.1 200
          HTTP/1.1 2000 OK~~                         | bad status line "HTTP/1.1 2000 OK": expected HTTP/1.1 200
          HTTP/1.1 +20 OK~~                          | bad status line "HTTP/1.1 +20 OK": expected HTTP/1.1 200
          HTTP/1.1 099 OK~~                          | bad status line "HTTP/1.1 099 OK": a status is between 100 and 599
          HTTP/1.1 600 OK~~                          | bad status line "HTTP/1.1 600 OK": a status is between 100 and 599
          SSH-2.0-OpenSSH_9.2~                       | bad status line "SSH-2.0-OpenSSH_9.2": expected HTTP/1.1 200
          HTTP/1.1 200 OK~Via : x~~                  | bad field line "Via : x": expected a name and a colon
          HTTP/1.1 200 OK~Via: x~\\tfolded~~         | bad field line "\\tfolded": expected a name and a colon
          HTTP/1.1 200 OK~Via~~                      | bad field line "Via": expected a name and a colon
          HTTP/1.1 200 OK~: x~~                      | bad field line ": x": expected a name and a colon
          HTTP/1.1 200 OK\\n\\n                      | bad status line "HTTP/1.1 200 OK": ends with a bare LF instead of CR LF
          """)
  void anAnswerOpensOrSaysWhyNot(String said, String expected) throws IOException {
    assertEquals(expected, outcome(said, Optional.empty()));
  }

  @Test
  void aLoginThatWasGivenIsSaidToBeWrong() throws IOException {
    assertEquals(
        "it refused the user or the password (407)",
        outcome("HTTP/1.1 407 no~Proxy-Authenticate: Basic~~", ANN));
  }

  @Test
  void everythingHasALimit() throws IOException {
    assertEquals(
        "status line is longer than 8192 bytes",
        outcome("HTTP/1.1 200 " + "x".repeat(9000) + "~~", ANN));
    assertEquals(
        "field line is longer than 8192 bytes",
        outcome("HTTP/1.1 200 OK~A: " + "x".repeat(9000) + "~~", ANN));
    assertEquals(
        "it sent more than 100 field lines",
        outcome("HTTP/1.1 200 OK~" + "A: x~".repeat(101) + "~", ANN));
    assertEquals("open", outcome("HTTP/1.1 200 OK~" + "A: x~".repeat(100) + "~", ANN));
    assertEquals(
        "it sent more than 8 interim answers",
        outcome("HTTP/1.1 100 ~~".repeat(9) + "HTTP/1.1 200 OK~~", ANN));
    assertEquals("open", outcome("HTTP/1.1 100 ~~".repeat(8) + "HTTP/1.1 200 OK~~", ANN));
  }

  @Test
  void aProxyCannotDrawOnTheTerminal() {
    var e =
        assertThrows(
            WireException.class,
            () -> {
              var replies = Replies.of("HTTP/1.1 403 \u001b]0;owned\u0007\r\n\r\n");
              new ConnectProxy(replies.in(), replies.out())
                  .open(Endpoint.parse("x.example:443", 0), Optional.empty());
            });
    assertEquals("it answered 403 \\x1b]0;owned\\x07", e.getMessage());
  }
}
