package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignInTest {
  private static final Endpoint SERVER = new Endpoint("smtp.example.com", 587);

  @ParameterizedTest(name = "{0}, token {1}, offered {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AUTO        | false | LOGIN PLAIN CRAM-MD5    | PLAIN LOGIN CRAM_MD5
          AUTO        | false | LOGIN                   | LOGIN
          AUTO        | false | XOAUTH2 OAUTHBEARER     | ``
          AUTO        | true  | LOGIN XOAUTH2           | XOAUTH2
          AUTO        | true  | OAUTHBEARER XOAUTH2     | XOAUTH2 OAUTHBEARER
          AUTO        | true  | LOGIN PLAIN             | ``
          LOGIN       | false | LOGIN PLAIN             | LOGIN
          LOGIN       | false | PLAIN                   | ``
          CRAM_MD5    | false | PLAIN CRAM-MD5          | CRAM_MD5
          OAUTHBEARER | true  | OAUTHBEARER XOAUTH2     | OAUTHBEARER
          PLAIN       | true  | PLAIN                   | ``
          """)
  void onlyWhatIsOfferedAndFitsIsTried(
      AuthChoice choice, boolean token, String offered, String plan) {
    Set<String> names = new TreeSet<>(List.of(offered.split(" ")));
    List<String> tried = AuthPlan.of(choice, token, names).stream().map(Enum::name).toList();
    assertEquals(plan, String.join(" ", tried));
  }

  @ParameterizedTest(name = "{0}, answer {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PLAIN       | 0 | 0tim0tanstaaf
          LOGIN       | 0 | tim
          LOGIN       | 1 | tanstaaf
          XOAUTH2     | 0 | user=tim1auth=Bearer tanstaaf11
          XOAUTH2     | 1 | ``
          OAUTHBEARER | 0 | n,a=tim,1host=smtp.example.com1port=5871auth=Bearer tanstaaf11
          OAUTHBEARER | 1 | 1
          """)
  void answersAreAsTheMechanismHasThem(Mechanism mechanism, int step, String expected) {
    String answer = answer(mechanism, step, "", "tim", "tanstaaf").orElseThrow();
    assertEquals(expected, answer.replace('\0', '0').replace('\1', '1'));
  }

  /** The example of RFC 2195 §2. */
  @Test
  void cramMd5GivesTheDigestOfTheStandard() {
    assertEquals(
        Optional.of("tim b913a602c7eda7a495b4e6e7334d3890"),
        answer(
            Mechanism.CRAM_MD5,
            0,
            "<1896.697170952@postoffice.reston.mci.net>",
            "tim",
            "tanstaaftanstaaf"));
  }

  @ParameterizedTest
  @CsvSource({"PLAIN,1", "LOGIN,2", "CRAM_MD5,1", "XOAUTH2,2", "OAUTHBEARER,2"})
  void thereIsAnEndToAnswers(Mechanism mechanism, int step) {
    assertEquals(Optional.empty(), answer(mechanism, step, "a", "tim", "tanstaaf"));
  }

  @Test
  void namesAndPasswordsAreUtf8() {
    assertEquals(
        Optional.of("\0jörg\0pässwörd"), answer(Mechanism.PLAIN, 0, "", "jörg", "pässwörd"));
  }

  @ParameterizedTest(name = "[{0}] is [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          abcd efgh ijkl mnop        | abcdefghijklmnop
          abcd\u00a0efgh\u00a0ijkl\u00a0mnop | abcdefghijklmnop
          abcdefghijklmnop           | abcdefghijklmnop
          `correct horse battery`    | correct horse battery
          `abc def ghi`              | abc def ghi
          """)
  void theBlanksOfAppPasswordsAreForEyes(String typed, String meant) {
    assertEquals(meant, CredentialPlan.withoutBlanks(Secret.of(typed)).reveal());
  }

  private static Optional<String> answer(
      Mechanism mechanism, int step, String challenge, String user, String secret) {
    return mechanism
        .answer(
            step,
            challenge.getBytes(StandardCharsets.US_ASCII),
            user,
            secret.getBytes(StandardCharsets.UTF_8),
            SERVER)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
