package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is refused is told what would help. */
final class LoginAdviceTest {
  @ParameterizedTest(name = "{0}, said {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Basic realm="r"                               | false | log in with --user
          Basic realm="r"                               | true  | it refused the name or the password
          Digest realm="r", nonce="n", qop="auth-int"   | false | log in with --user
          Digest realm="r", nonce="n", algorithm=SHA-512 | false | it wants Digest with SHA-512; what we speak is Basic, Digest and Bearer
          Negotiate, NTLM                               | false | it wants Negotiate, NTLM; what we speak is Basic, Digest and Bearer
          Negotiate, Basic realm="r"                    | false | log in with --user
          Bearer                                        | false | say a token: -H 'Authorization: Bearer TOKEN'
          Bearer error="invalid_token"                  | true  | it refused the token
          "                                             | false | what it asks for by WWW-Authenticate cannot be read
          """)
  void theChallengeSaysWhatHelps(String challenge, boolean said, String words) {
    assertEquals(words, LoginAdvice.of(List.of(challenge), said));
  }

  @Test
  void withoutAChallengeALoginMayHelp() {
    assertEquals("log in with --user", LoginAdvice.of(List.of(), false));
    assertEquals("it refused the name or the password", LoginAdvice.of(List.of(), true));
  }

  @Test
  void aRefusalWithoutABodySaysIt() throws Exception {
    String script =
        "C*:\nS: HTTP/1.1 401 No\nS: WWW-Authenticate: NTLM\nS: Content-Length: 0\nS:\n";
    try (var server = new Transcript(script)) {
      String words = "(it wants NTLM; what we speak is Basic, Digest and Bearer)\n";
      String line = "tinwire get: http://" + server.endpoint() + "/: 401 Unauthorized " + words;
      Lines.of(server.endpoint()).on(Lines.piped("get")).expect(4, "", line);
    }
  }
}
