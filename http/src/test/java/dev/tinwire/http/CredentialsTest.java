package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  @ParameterizedTest(name = "[{0}] is {1} with {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the examples of RFC 7617 §2 and §2.1
          Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== | Aladdin | open sesame
          Basic dGVzdDoxMjPCow==             | test    | 123£
          basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== | Aladdin | open sesame
          BASIC   YTpi                       | a       | b
          Basic YTpiOmM=                     | a       | b:c
          Basic Og==                         | ''      | ''
          Basic w6Q6w7Y=                     | ä       | ö
          """)
  void basicIsReadToTheFirstColon(String text, String user, String password) throws Malformed {
    var basic = assertInstanceOf(Basic.class, Credentials.parse(text));
    assertEquals(user, basic.user());
    assertEquals(password, basic.password().reveal());
  }

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              | expected a token as scheme
          :               | expected a token as scheme
          Basic:YTpi      | expected a blank after scheme
          Basic           | has no colon between user and password
          Basic YWI=      | has no colon between user and password
          Basic YTpi=     | is not base64
          Basic YTpiOmM   | is not base64
          # unused bits that are not zero
          Basic YTpiOmN=  | is not base64
          Basic YTp i     | is not base64
          Basic YT_i      | is not base64
          Basic YTpi,     | is not base64
          Basic YTr/      | is not UTF-8
          Basic YToNCg==  | has a control character
          Basic AGE6Yg==  | has a control character
          Bearer          | is not a token as RFC 6750 has it
          Bearer a b      | is not a token as RFC 6750 has it
          Bearer =a       | is not a token as RFC 6750 has it
          Bearer ==       | is not a token as RFC 6750 has it
          Bearer a=b      | is not a token as RFC 6750 has it
          Bearer a,b      | is not a token as RFC 6750 has it
          Bearer "a"      | is not a token as RFC 6750 has it
          """)
  void whatIsNotExactIsRefused(String text, String problem) {
    var fault = assertThrows(Malformed.class, () -> Credentials.parse(text));
    assertEquals(problem, fault.problem());
  }

  @Test
  void aBearerTokenIsRead() throws Malformed {
    var bearer = assertInstanceOf(Bearer.class, Credentials.parse("Bearer aZ9-._~+/=="));
    assertEquals("aZ9-._~+/==", bearer.token().reveal());
    assertEquals("Bearer aZ9-._~+/==", bearer.fieldValue());
  }

  @Test
  void anUnknownSchemeIsToldWithoutItsProof() throws Malformed {
    var digest = Credentials.parse("Digest username=\"hidden\"");
    assertEquals(new Credentials.Unknown("Digest"), digest);
    assertFalse(digest.toString().contains("hidden"));
  }

  @Test
  void noSecretIsEverShown() throws Malformed {
    var basic = Credentials.parse("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertEquals("Basic Aladdin:***", basic.toString());
    assertEquals("Bearer ***", new Bearer(Secret.of("abc")).toString());
    var escaped = new Basic("a\u202eb", Secret.of("x"));
    assertEquals("Basic a\\u{202e}b:***", escaped.toString());
  }

  @ParameterizedTest
  @CsvSource({"Basic", "Bearer"})
  void noFaultShowsASecret(String scheme) {
    for (String hidden : new String[] {"hidden!", "hidden".repeat(3000), "hidden\u0000"}) {
      var fault = assertThrows(Malformed.class, () -> Credentials.parse(scheme + " " + hidden));
      assertFalse((fault.getMessage() + fault.caret()).contains("hidden"), fault.getMessage());
    }
    var glued = assertThrows(Malformed.class, () -> Credentials.parse(scheme + ":hidden"));
    assertFalse((glued.getMessage() + glued.caret()).contains("hidden"), glued.getMessage());
  }

  @Test
  void whatCannotBePrintedCannotBeMade() {
    var secret = Secret.of("x");
    assertThrows(IllegalArgumentException.class, () -> new Basic("a:b", secret));
    assertThrows(IllegalArgumentException.class, () -> new Basic("a\r\nb", secret));
    assertThrows(IllegalArgumentException.class, () -> new Basic("a", Secret.of("x\u0000")));
    assertThrows(IllegalArgumentException.class, () -> new Bearer(Secret.of("a b")));
    assertThrows(IllegalArgumentException.class, () -> new Bearer(Secret.of("")));
  }

  @Test
  void credentialsHaveALimit() {
    String long64 = Base64.getEncoder().encodeToString(new byte[Basic.MOST]);
    assertThrows(Malformed.class, () -> Credentials.parse("Basic " + long64));
    String longToken = "a".repeat(Bearer.MOST + 1);
    assertThrows(Malformed.class, () -> Credentials.parse("Bearer " + longToken));
  }

  @Property
  void everyNameAndPasswordComeBack(
      @ForAll @CharRange(from = ';', to = '~') @CharRange(from = '\u00a0', to = '\u2000')
          String user,
      @ForAll @CharRange(from = ' ', to = '~') String password)
      throws Malformed {
    var basic = new Basic(user, Secret.of(password));
    assertEquals(
        basic.fieldValue(),
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
    var read = assertInstanceOf(Basic.class, Credentials.parse(basic.fieldValue()));
    assertEquals(user, read.user());
    assertEquals(password, read.password().reveal());
  }
}
