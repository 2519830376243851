package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SaslPrepTest {
  /** The first six are the examples of RFC 4013 §3. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          I\u00adX                   | IX            | a soft hyphen goes
          user                       | user          | nothing to do
          USER                       | USER          | case is kept
          \u00aa                     | a             | NFKC
          \u2168                     | IX            | NFKC, two letters
          `correct horse\\ battery"` | `correct horse\\ battery"` | signs of ASCII are kept
          `  two  blanks `           | `  two  blanks ` | and blanks
          a\u00a0b\u3000c\u200bd     | `a b c d`     | all blanks are one
          pa\u0308ss                | p\u00e4ss     | however it was typed
          p\u00e4ss                  | p\u00e4ss     | and composed already
          \u212b                     | \u00c5        | the sign for angstrom
          \ufeffa\ufe0fb\u200dc      | abc           | what does not show goes
          \u0627\u06281\u0628        | \u0627\u06281\u0628 | right to left, digits inside
          \uD83D\uDE00               | \uD83D\uDE00  | newer than the tables
          """)
  void howeverItWasTypedItIsTheSame(String typed, String prepared, String why) throws Malformed {
    assertEquals(prepared, SaslPrep.of(typed));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0007      | has a control character in it                | BEL, of RFC 4013 §3
          0041 0009 | has a control character in it                | a tab
          0085      | has a control character in it                | next line
          0041 202E | has a character that does not show           | an override of direction
          200E 0041 | has a character that does not show           | a mark of direction
          E0041     | has a character that does not show           | a tag
          E000      | has a character without a meaning of its own | private use
          FFFE      | has a character without a meaning of its own | no character
          10FFFF    | has a character without a meaning of its own | nor this
          FDD0      | has a character without a meaning of its own | nor this
          FFFD      | has a character without a meaning of its own | once unreadable
          D800 0041 | has a character without a meaning of its own | half a character
          2FF0      | has a character without a meaning of its own | describes another
          00AD 200D | is made of characters that do not show       | nothing is left
          0627 0031 | is written partly from right to left         | of RFC 4013 §3
          0627 0061 | is written partly from right to left         | both at once
          0061 0627 | is written partly from right to left         | the other way round
          """)
  void whatNoneMayHaveIsRefusedWithoutRepeatingIt(String codes, String problem, String why) {
    var text = new StringBuilder();
    for (String code : codes.split(" ", -1)) text.appendCodePoint(Integer.parseInt(code, 16));
    var e = assertThrows(Malformed.class, () -> SaslPrep.of(text.toString()));
    assertTrue(e.problem().startsWith(problem), e.problem());
    assertTrue(String.valueOf(e.getMessage()).startsWith("bad text for signing in \"\""));
  }

  @Property
  boolean whatIsPreparedStaysAsItIs(@ForAll @CharRange(from = ' ', to = '\u2fff') String text) {
    try {
      String once = SaslPrep.of(text);
      return once.equals(SaslPrep.of(once));
    } catch (Malformed _) {
      return true;
    }
  }

  @Test
  void nameAndPasswordArePreparedBeforeTheyAreShown() throws Exception {
    var password = new Credentials.Password("jo\u0308rg", Secret.of("p\u00aass"));
    SignIn.Proof proof = SignIn.prepare(password, AuthChoice.AUTO).proof().orElseThrow();
    assertEquals("j\u00f6rg", proof.user());
    assertEquals("pass", proof.secret().reveal());
  }

  @Test
  void aPasswordThatNobodyCanHaveIsRefusedBeforeAnybodyIsCalled() {
    var password = new Credentials.Password("me", Secret.of("a\u202eb"));
    var e = assertThrows(Stopped.class, () -> SignIn.prepare(password, AuthChoice.AUTO));
    assertEquals(
        "the password has a character that does not show in it, which none may have",
        e.problem().words());
    assertEquals(MailStatus.CONFIG, e.problem().status());
  }
}
