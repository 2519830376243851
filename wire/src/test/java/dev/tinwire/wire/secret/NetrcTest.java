package dev.tinwire.wire.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetrcTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                             | ``
          # nothing here                                 | ``
          machine a                                      | machine "a"
          machine a login b password c account d         | machine "a" login "b" password "c" account "d"
          machine a password c login b                   | machine "a" login "b" password "c"
          MACHINE a Login b                              | machine "a" login "b"
          machine a;;login b;password;c                  | machine "a" login "b" password "c"
          machine a login b # password no                | machine "a" login "b"
          # x;machine a # y;password c#d                 | machine "a" password "c#d"
          machine login login password password machine  | machine "login" login "password" password "machine"
          machine a password "b c#\\"\\\\\\x"            | machine "a" password "b c#\\"\\\\x"
          machine a password "\\n\\r"                    | machine "a" password "\\n\\r"
          machine a password ""                          | machine "a" password ""
          machine a password b"c\\                       | machine "a" password "b\\"c\\\\"
          machine a password "#b"                        | machine "a" password "#b"
          machine a password pä😀                         | machine "a" password "pä😀"
          machine a;macdef init;machine x;;login b       | machine "a" login "b"
          macdef init;machine x                          | ``
          macdef init;;machine a                         | machine "a"
          default login b                                | default login "b"
          machine a machine a machine c default          | machine "a";machine "a";machine "c";default
          """)
  void entriesAreRead(String lines, String expected) throws Exception {
    for (String lineEnd : List.of("\n", "\r\n")) {
      var netrc = Netrc.parse(lines.replace(";", lineEnd));
      assertEquals(expected, NetrcText.print(netrc).strip().replace("\n", ";"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          login b                    | 1 | login belongs after a machine or default
          machine                    | 1 | expected a value after machine; quote one that begins with '#'
          machine a;password #hunter | 2 | expected a value after password; quote one that begins with '#'
          machine a;password #hunter;machine b | 2 | expected a value after password; quote one that begins with '#'
          machine a login            | 1 | expected a value after login; quote one that begins with '#'
          macdef                     | 1 | expected a value after macdef; quote one that begins with '#'
          machine a;login b login c  | 2 | login is given twice
          default;machine a          | 2 | nothing after the default can ever be found
          default;;default           | 3 | nothing after the default can ever be found
          machine a;;password "b     | 3 | a quoted word does not end
          machine a password "b;c"   | 1 | a quoted word does not end
          machine a password "b\\    | 1 | a quoted word does not end
          machine a password "b\\;"  | 1 | a quoted word does not end
          machine a password "b"c    | 1 | expected a blank after the quoted word
          machine a password b\u0007c | 1 | has a control character
          machine a password "\u009b" | 1 | has a control character
          machine a;password my hunter | 2 | expected machine, default, login, password, account or macdef; a value with blanks needs quotes
          """)
  void badFilesAreRefusedByLineAndNeverShown(String lines, int line, String problem) {
    String text = lines.replace(";", "\n");
    var refused = assertThrows(BadNetrc.class, () -> Netrc.parse(text));
    assertEquals("line " + line + ": " + problem, refused.getMessage());
    assertFalse(refused.toString().contains("hunter"), refused.toString());
  }

  @ParameterizedTest(name = "{0} for user [{1}] is {2}")
  @CsvSource({
    "a,, one",
    "A,, one",
    "a, ann, one",
    "a, bob, two",
    "a, Bob, five",
    "a, eve, five",
    "b, ann, three",
    "b, eve, four",
    "b,, three",
    "c,, five",
  })
  void theFirstEntryThatServesHostAndUserIsFound(String host, String user, String password)
      throws Exception {
    var netrc =
        Netrc.parse(
            """
            machine a login ann password one
            machine a login bob password two
            machine b login ann password three
            machine b password four
            default password five
            """);
    var found = netrc.find(host, Optional.ofNullable(user)).orElseThrow();
    assertEquals(password, found.password().orElseThrow().reveal());
  }

  @ParameterizedTest
  @CsvSource({"b,", "a, eve"})
  void withoutADefaultTheRestIsNotFound(String host, String user) throws Exception {
    var netrc = Netrc.parse("machine a login ann password one");
    assertEquals(Optional.empty(), netrc.find(host, Optional.ofNullable(user)));
  }

  @Property
  void everyNetrcSurvivesPrinting(@ForAll("netrcs") Netrc netrc) throws Exception {
    String printed = NetrcText.print(netrc);
    assertEquals(printed, NetrcText.print(Netrc.parse(printed)));
    assertEquals(netrc.entries().size(), Netrc.parse(printed).entries().size());
  }

  @Provide
  Arbitrary<Netrc> netrcs() {
    var values =
        Arbitraries.strings()
            .withChars("ab \t\n\r\"\\#machine")
            .withCharRange(' ', '~')
            .ofMaxLength(12);
    return Combinators.combine(
            values.map(Optional::of),
            values.optional(),
            values.map(Secret::of).optional(),
            values.optional())
        .as(Netrc.Entry::new)
        .list()
        .ofMaxSize(4)
        .map(Netrc::new);
  }
}
