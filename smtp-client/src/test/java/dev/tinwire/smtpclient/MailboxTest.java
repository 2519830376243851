package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailboxTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # written                        | name             | local    | address
          a@example.com                    | ``               | a        | a@example.com
          <a@example.com>                  | ``               | a        | a@example.com
          Ann <a@example.com>              | Ann              | a        | a@example.com
          Ann B. Cole <a@example.com>      | Ann B. Cole      | a        | a@example.com
          "Cole, Ann" <a@example.com>      | Cole, Ann        | a        | a@example.com
          "A \\"B\\" \\\\C" <a@example.com> | A "B" \\C        | a        | a@example.com
          Jörg Müller <j@example.com>      | Jörg Müller      | j        | j@example.com
          first.last+tag@Example.COM       | ``               | first.last+tag | first.last+tag@example.com
          "john smith"@example.com         | ``               | john smith | "john smith"@example.com
          "a.b"@example.com                | ``               | a.b      | a.b@example.com
          "a..b"@example.com               | ``               | a..b     | "a..b"@example.com
          jörg@example.com                 | ``               | jörg     | jörg@example.com
          info@bücher.example              | ``               | info     | info@xn--bcher-kva.example
          用户@例え.jp                       | ``               | 用户      | 用户@xn--r8jz45g.jp
          a@[192.0.2.1]                    | ``               | a        | a@[192.0.2.1]
          a@[IPv6:2001:db8::1]             | ``               | a        | a@[IPv6:2001:db8::1]
          root@localhost                   | ``               | root     | root@localhost
          """)
  void mailboxesAreRead(String written, String name, String local, String address)
      throws Malformed {
    Mailbox mailbox = Mailbox.parse(written);
    assertEquals(name, mailbox.name());
    assertEquals(local, mailbox.local());
    assertEquals(address, mailbox.address());
    assertEquals(mailbox, Mailbox.parse(mailbox.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                            | 0 | expected an @ here, as in me@example.com
          a                             | 1 | expected an @ here, as in me@example.com
          @example.com                  | 0 | expected somebody before the @
          ""@example.com                | 0 | expected somebody before the @
          a@                            | 2 | expected a host here
          a@b@example.com               | 3 | nothing more was expected
          .a@example.com                | 0 | a dot stands between two characters, or put it in quotes
          a..b@example.com              | 0 | a dot stands between two characters, or put it in quotes
          a@exa mple.com                | 6 | nothing more was expected
          Ann a@example.com             | 4 | a name is followed by <ADDRESS> in angle brackets
          Cole, Ann <a@example.com>     | 4 | a name with a comma is written in quotes: "Last, First" <me@example.com>
          Ann <a@example.com            | 18 | expected '>' here
          <<a@example.com>>             | 1 | expected an @ here, as in me@example.com
          "a<b"@example.com             | 2 | angle brackets have no place here
          "a@example.com                | 0 | these quotes are not closed
          a@example.com,b@example.com   | 13 | one address is wanted here
          a@192.0.2.1                   | 2 | a bare IP address goes into [brackets]
          a@[192.0.2]                   | 2 | write [192.0.2.1] or [IPv6:2001:db8::1]
          a@[::1]                       | 2 | write [192.0.2.1] or [IPv6:2001:db8::1]
          a@example.com:25              | 2 | an address has no port
          info@straße.example           | 9 | this character has two readings in host names; write the name as xn--…
          (Ann) a@example.com           | 0 | this character belongs in quotes
          """)
  void anythingElseIsRefusedWhereItIsWrong(String written, int at, String problem) {
    Malformed fault = assertThrows(Malformed.class, () -> Mailbox.parse(written));
    assertEquals(problem, fault.problem());
    assertEquals(at, fault.at());
  }

  @Test
  void controlCharactersAreRefusedWhereverTheyStand() {
    for (String text :
        List.of(
            "a\r\nDATA@example.com",
            "\"a\r\nDATA\"@example.com",
            "\"a\\\nb\"@example.com",
            "Ann\n <a@example.com>",
            "\"Ann\0\" <a@example.com>",
            "a@example.com\r\nRCPT TO:<b@example.com>",
            "\u0085a@example.com",
            "\u2028a@example.com",
            "\ud800@example.com")) {
      assertThrows(Malformed.class, () -> Mailbox.parse(text), text);
    }
  }

  @Test
  void aListHasCommas() throws Malformed {
    assertEquals(
        List.of(new Mailbox("Cole, Ann", "a", "x.example"), new Mailbox("", "b", "y.example")),
        Mailbox.parseList("\"Cole, Ann\" <a@x.example> , b@y.example"));
    assertThrows(Malformed.class, () -> Mailbox.parseList("a@x.example b@y.example"));
    assertThrows(Malformed.class, () -> Mailbox.parseList("a@x.example,"));
  }

  /** Unlike a real line separator, U+560A is a letter; narrowed to a byte it would be an LF. */
  @Test
  void lettersThatNarrowToLineEndsStayLetters() throws Malformed {
    assertEquals("\u560d\u560a", Mailbox.parse("\u560d\u560a@example.com").local());
  }

  @Property
  void whatIsPrintedIsReadBackTheSame(
      @ForAll @StringLength(max = 20) String name, @ForAll @StringLength(max = 20) String local) {
    Mailbox mailbox;
    try {
      mailbox =
          Mailbox.parse(
              MailboxParser.quoted(name) + " <" + MailboxParser.quoted(local) + "@x.example>");
    } catch (Malformed _) {
      Assume.that(false);
      return;
    }
    try {
      assertEquals(mailbox, Mailbox.parse(mailbox.toString()));
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  @Property
  void anyTextIsAMailboxOrRefused(@ForAll String text) {
    try {
      String address = Mailbox.parse(text).address();
      assertEquals(-1, address.indexOf('<'));
      assertEquals(0, address.chars().filter(c -> c < ' ' || c == 0x7f).count());
    } catch (Malformed e) {
      assertEquals(true, e.at() >= 0 && e.at() <= text.length());
    }
  }
}
