package dev.tinwire.smtpclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies are encoded, and how many bytes that is. */
final class BodyCodingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 56, 57, 58, 114, 58367, 58368, 58369, 200_000})
  void aFileIsEncodedAsAWholeWouldBeAndItsSizeIsKnown(int length) throws Exception {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    Path path = Files.write(folder.resolve("f"), bytes);
    var file = Base64File.of(path);
    var out = new ByteArrayOutputStream();
    file.writeTo(out);
    String whole = Base64.getMimeEncoder().encodeToString(bytes);
    assertEquals(whole + (length == 0 ? "" : "\r\n"), out.toString(US_ASCII));
    assertEquals(out.size(), file.size());
  }

  @ParameterizedTest
  @CsvSource({
    "Hello, 7bit, us-ascii",
    "'', 7bit, us-ascii",
    "a\\u0000b, quoted-printable, utf-8",
    "ein schöner Tag, quoted-printable, utf-8",
    "добрый день, base64, utf-8"
  })
  void theCodingFollowsTheText(String text, String coding, String charset) throws Exception {
    BodyText body = BodyText.of("text", ComposerTest.unescaped(text));
    assertEquals(coding, body.coding().word());
    assertEquals(charset, body.charset());
  }

  @Test
  void aLineOf998CharactersMayStay() throws Exception {
    assertEquals("7bit", BodyText.of("text", "x".repeat(998)).coding().word());
    assertEquals("quoted-printable", BodyText.of("text", "x".repeat(999)).coding().word());
  }

  @ParameterizedTest
  @CsvSource({"a, a.", "a\\nb, a.b.", "a\\r\\nb\\r\\n, a.b.", "a\\rb, a.b.", "'', ''"})
  void everyLineEndsInCrlf(String text, String lines) throws Exception {
    BodyText body = BodyText.of("text", text.translateEscapes());
    assertEquals(lines.replace(".", "\r\n"), new String(body.octets(), UTF_8));
  }

  @Test
  void halfACharacterIsRefused() {
    assertThrows(Malformed.class, () -> BodyText.of("text", "a\ud83d"));
  }

  @ParameterizedTest
  @CsvSource({
    "a\\r\\n, 3",
    "a\\n, 3",
    "a, 3",
    "a\\r, 3",
    "a\\rb\\n, 6",
    "\\n\\n, 4",
    "\\r\\r\\n, 4",
    "'', 0"
  })
  void linesAreCountedAsTheyWillBeSent(String text, long bytes) {
    var count = new CountedLines();
    byte[] octets = text.translateEscapes().getBytes(ISO_8859_1);
    count.write(octets, 0, octets.length);
    assertEquals(bytes, count.bytes());
  }

  @Property
  void theFirstBytesOfAFileDecideWithoutAFault(@ForAll String name, @ForAll byte[] head) {
    assertEquals(-1, FileType.of(name, head).toString().indexOf('\n'));
  }

  @ParameterizedTest
  @CsvSource({
    "pic.png, \\u0089PNG\\r\\n\\u001a\\n, image/png",
    "pic.txt, \\u0089PNG\\r\\n\\u001a\\n, image/png",
    "pic.png, hello, application/octet-stream",
    "photo.jpg, \\u00ff\\u00d8\\u00ff\\u00e0, image/jpeg",
    "x.gif, GIF89a, image/gif",
    "x, RIFF....WEBPVP8 , image/webp",
    "notes.txt, hello, text/plain;charset=utf-8",
    "notes.txt, sch\\u00f6n, text/plain",
    "notes.txt, a\\0b, application/octet-stream",
    "mail.eml, From: x, application/octet-stream",
    "report.pdf, %PDF-1.7, application/pdf",
    "README, hello, application/octet-stream"
  })
  void theTypeFollowsTheContentAndThenTheName(String name, String head, String type) {
    byte[] octets = ComposerTest.unescaped(head).getBytes(ISO_8859_1);
    assertEquals(type, FileType.of(name, octets).toString());
  }
}
