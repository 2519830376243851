package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values of any kind become lines of a header, read back by jakarta.mail. */
final class HeaderWritingTest {
  @Property
  void encodedWordsAreReadBack(@ForAll @StringLength(min = 1, max = 300) String text)
      throws Exception {
    Assume.that(isWhole(text));
    String words = EncodedWords.of(text);
    assertEquals(text, MimeUtility.decodeText(words));
    for (String word : words.split(" ", -1)) assertTrue(word.length() <= 75, word);
  }

  @Property
  void aFieldUnfoldsToItsValue(@ForAll @StringLength(max = 3000) String text) throws Exception {
    Assume.that(isWhole(text) && text.chars().noneMatch(Character::isISOControl));
    assertUnfoldsTo(text);
  }

  @Property
  void aFieldOfPlainCharactersUnfoldsToItsValue(
      @ForAll @StringLength(max = 3000) @CharRange(from = ' ', to = '~') String text)
      throws Exception {
    assertUnfoldsTo(text);
  }

  private static void assertUnfoldsTo(String text) throws Exception {
    String field = HeaderLine.unstructured("Subject", text);
    for (String line : field.split("\r\n", -1)) assertTrue(line.length() <= 998, line);
    String value = field.substring("Subject:".length());
    String unfolded = value.replace("\r\n", ""); // RFC 5322 §2.2.3
    assertEquals(text.strip(), MimeUtility.decodeText(unfolded.strip()).strip());
  }

  @Property
  void fileNamesAreReadBack(@ForAll @StringLength(min = 1, max = 255) String name)
      throws Exception {
    Assume.that(isWhole(name) && name.chars().noneMatch(Character::isISOControl));
    String parameter = new FileName(name).asFilename();
    assertEquals(name, new ParameterList(parameter).get("filename"));
    String folded = HeaderLine.folded("Content-Disposition", "attachment" + parameter);
    for (String line : folded.split("\r\n", -1)) assertTrue(line.length() <= 998, line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pic.png      | ; name="pic.png"                      | ; filename="pic.png"
          a"b.png      | ; name="a\\"b.png"                    | ; filename="a\\"b.png"
          für.png      | ; name="=?UTF-8?Q?f=C3=BCr=2Epng?="   | ; filename*=UTF-8''f%C3%BCr.png
          图.png        | ; name="=?UTF-8?B?5Zu+LnBuZw==?="     | ; filename*=UTF-8''%E5%9B%BE.png
          """)
  void fileNamesAreWrittenBothWays(String name, String inType, String inDisposition) {
    assertEquals(inType, new FileName(name).asName());
    assertEquals(inDisposition, new FileName(name).asFilename());
  }

  @Test
  void aLongForeignNameComesInSections() throws Exception {
    String name = "データ".repeat(20) + ".csv";
    String parameter = new FileName(name).asFilename();
    assertTrue(parameter.startsWith("; filename*0*=UTF-8''%E3%83%87"), parameter);
    String folded = HeaderLine.folded("Content-Disposition", "attachment" + parameter);
    for (String line : folded.split("\r\n", -1)) assertTrue(line.length() <= 78, line);
    assertEquals(name, new ParameterList(parameter).get("filename"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                        | me      | example.org    | me@example.org
          Ann Lee       | ann     | example.org    | Ann Lee <ann@example.org>
          Lee, Ann      | ann     | example.org    | "Lee, Ann" <ann@example.org>
          Ann "A" Lee   | ann     | example.org    | "Ann \\"A\\" Lee" <ann@example.org>
          Jörg          | j       | example.org    | =?UTF-8?Q?J=C3=B6rg?= <j@example.org>
          =?x?q?y?=     | j       | example.org    | =?UTF-8?B?PT94P3E/eT89?= <j@example.org>
                        | a b     | example.org    | "a b"@example.org
                        | a..b    | example.org    | "a..b"@example.org
                        | me      | Bücher.example | me@xn--bcher-kva.example
                        | me      | [192.0.2.1]    | me@[192.0.2.1]
          """)
  void mailboxesAreQuotedWhereTheyMustBe(String name, String local, String domain, String printed)
      throws Exception {
    var box = new Mailbox(name == null ? "" : name, local, domain);
    assertEquals("To: " + printed, AddressList.field("To", List.of(box)));
  }

  @Test
  void manyMailboxesAreFolded() throws Exception {
    Mailbox[] all = new Mailbox[40];
    Arrays.setAll(all, i -> new Mailbox("Person " + i, "p" + i, "example.org"));
    for (String line : AddressList.field("To", List.of(all)).split("\r\n", -1)) {
      assertTrue(line.length() <= 78, line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T16:00:00Z, 'Fri, 20 Nov 2026 16:00:00 +0000'",
    "2026-01-01T00:00:09-03:30, 'Thu, 1 Jan 2026 00:00:09 -0330'",
    "2026-07-05T23:59:59+05:45, 'Sun, 5 Jul 2026 23:59:59 +0545'"
  })
  void datesAreThoseOfMail(String at, String printed) {
    assertEquals(printed, MessageHeader.date(ZonedDateTime.parse(at)));
  }

  @ParameterizedTest
  @CsvSource({
    "'X-Tag: a b', X-Tag, 'a b'",
    "'X-Tag:', X-Tag, ''",
    "'List-Id:  <x> ', List-Id, <x>"
  })
  void aFieldOfTheUsersIsRead(String line, String name, String value) throws Exception {
    assertEquals(new HeaderField(name, value), HeaderField.parse(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no colon",
        ": empty",
        "X Y: blank",
        "Bcc: a@b",
        "content-type: x",
        "X: a\r\nBcc: b",
        "X: a\u0000",
        "Größe: x",
        "X:\u2028",
        "message-id: <a@b>"
      })
  void whatIsNoFieldOrOursAlreadyIsRefused(String line) {
    assertThrows(Malformed.class, () -> HeaderField.parse(line));
  }

  private static boolean isWhole(String text) {
    return text.codePoints().noneMatch(p -> p >= 0xd800 && p <= 0xdfff);
  }
}
