package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeTest {
  @ParameterizedTest(name = "[{0}] is [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          Basic realm="WallyWorld"             | Basic realm="WallyWorld"
          Basic realm=simple                   | Basic realm="simple"
          Basic realm = "BWS"                  | Basic realm="BWS"
          Basic Realm="a \\"b\\"", charset="UTF-8" | Basic realm="a \\"b\\"", charset="UTF-8"
          Basic                                | Basic
          Negotiate                            | Negotiate
          Negotiate a87421000492aa874209af8bc028== | Negotiate a87421000492aa874209af8bc028==
          NTLM abc=, Basic realm=x             | NTLM abc= + Basic realm="x"
          # the examples of RFC 9110 §11.6.1
          Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\"" | Basic realm="simple" + Newauth realm="apps", type="1", title="Login to \\"apps\\""
          Newauth realm="apps", type=1, title="Login, \\"apps\\"", Basic realm="simple"   | Newauth realm="apps", type="1", title="Login, \\"apps\\"" + Basic realm="simple"
          # an equals sign with nothing behind it ends a token68
          Basic realm=, Bearer                 | Basic realm= + Bearer
          Negotiate, Basic realm="x"           | Negotiate + Basic realm="x"
          Negotiate , Basic realm="x"          | Negotiate + Basic realm="x"
          ,, Basic ,realm="x",, ,Bearer , ,    | Basic realm="x" + Bearer
          Digest realm="a", qop="auth, auth-int", nonce="x==", Basic realm="b" | Digest realm="a", qop="auth, auth-int", nonce="x==" + Basic realm="b"
          """)
  void challengesAreToldApart(String text, String expected) throws Malformed {
    var challenges = Challenge.parse(List.of(text));
    assertEquals(
        expected, challenges.stream().map(Challenge::toString).collect(Collectors.joining(" + ")));
    var printed = challenges.stream().map(Challenge::toString).toList();
    assertEquals(challenges, Challenge.parse(printed));
  }

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          "Basic"                  | expected a token as scheme
          Basic realm="x           | expected a closing quote
          Basic realm="x" b="y"    | expected a comma
          Basic realm="x";b="y"    | expected a comma
          Basic realm=a, REALM=b   | has the parameter realm twice
          Basic realm=a b          | expected a comma
          Basic, realm=x           | expected a comma
          Basic a b                | expected a comma
          Basic "x"                | expected a comma
          Basic =x                 | expected a comma
          """)
  void whatIsNoChallengeIsRefused(String text, String problem) {
    var fault = assertThrows(Malformed.class, () -> Challenge.parse(List.of(text)));
    assertEquals(problem, fault.problem());
  }

  @Test
  void severalLinesAreOneList() throws Malformed {
    var challenges = Challenge.parse(List.of("Basic realm=a", "Bearer"));
    assertEquals(2, challenges.size());
    assertTrue(challenges.getLast().is("BEARER"));
    assertEquals(Optional.of("a"), challenges.getFirst().parameters().get("Realm"));
  }

  @Test
  void thereAreNeverMoreThanTheLimit() throws Malformed {
    assertEquals(
        Challenge.MOST, Challenge.parse(Collections.nCopies(Challenge.MOST, "Basic")).size());
    var tooMany = Collections.nCopies(Challenge.MOST + 1, "Basic");
    assertThrows(Malformed.class, () -> Challenge.parse(tooMany));
  }

  @Test
  void aRealmIsAlwaysQuoted() {
    assertEquals("Basic realm=\"tinwire\"", Challenge.withRealm("Basic", "tinwire").toString());
    assertThrows(IllegalArgumentException.class, () -> Challenge.withRealm("Basic", "a\r\nb"));
    assertThrows(IllegalArgumentException.class, () -> Challenge.withRealm("a b", "x"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Challenge("A", Optional.of("a b"), Parameters.NONE));
  }
}
