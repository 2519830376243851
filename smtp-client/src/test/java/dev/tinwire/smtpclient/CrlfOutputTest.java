package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing in a message can look like its end, whatever a receiver takes for one. */
final class CrlfOutputTest {
  @ParameterizedTest(name = "[{0}] goes out as [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a\\r\\nb          | a\\r\\nb\\r\\n.\\r\\n
          a\\nb             | a\\r\\nb\\r\\n.\\r\\n
          a\\rb             | a\\r\\nb\\r\\n.\\r\\n
          a\\r\\n           | a\\r\\n.\\r\\n
          ``                | .\\r\\n
          \\r\\r\\n         | \\r\\n\\r\\n.\\r\\n
          \\n\\r            | \\r\\n\\r\\n.\\r\\n
          .                 | ..\\r\\n.\\r\\n
          a.b               | a.b\\r\\n.\\r\\n
          a\\n.\\nb         | a\\r\\n..\\r\\nb\\r\\n.\\r\\n
          a\\r.\\rb         | a\\r\\n..\\r\\nb\\r\\n.\\r\\n
          a\\r\\n.\\r\\nb   | a\\r\\n..\\r\\nb\\r\\n.\\r\\n
          a\\n.\\r\\nDATA   | a\\r\\n..\\r\\nDATA\\r\\n.\\r\\n
          a\\r\\n.\\rb      | a\\r\\n..\\r\\nb\\r\\n.\\r\\n
          ...               | ....\\r\\n.\\r\\n
          """)
  void lineEndsBecomeOneAndDotsTwo(String written, String sent) throws IOException {
    assertEquals(sent, shown(filtered(bytes(written), 100, true)));
  }

  @Property
  void thereIsNoLoneLineEndAndOneEndOfTheMessage(
      @ForAll("texts") String text, @ForAll("sizes") int piece) throws IOException {
    String sent = latin1(filtered(latin1(text), piece, true));
    String rest = sent.replace("\r\n", "");
    assertEquals(-1, rest.indexOf('\r'));
    assertEquals(-1, rest.indexOf('\n'));
    String before = "\r\n" + sent.substring(0, sent.length() - 3);
    assertTrue(sent.endsWith(".\r\n"));
    assertFalse(before.contains("\r\n.\r\n"), sent);
  }

  /** A receiver undoes exactly what was done. */
  @Property
  void whatIsReceivedIsTheMessageWithItsLineEndsPutRight(
      @ForAll("texts") String text, @ForAll("sizes") int piece) throws IOException {
    String sent = latin1(filtered(latin1(text), piece, true));
    String body = sent.substring(0, sent.length() - 3);
    String received = ("\r\n" + body).replace("\r\n.", "\r\n").substring(2);
    assertEquals(latin1(filtered(latin1(text), piece, false)), received);
    String expected = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    boolean whole = expected.isEmpty() || expected.endsWith("\r\n");
    assertEquals(whole ? expected : expected + "\r\n", received);
  }

  @Property
  void howTheMessageIsCutInPiecesMakesNoDifference(
      @ForAll("texts") String text, @ForAll("sizes") int piece) throws IOException {
    byte[] all = latin1(text);
    assertArrayEquals(filtered(all, all.length + 1, true), filtered(all, piece, true));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars('\r', '\n', '.', 'a', '\0', '\u00ff').ofMaxLength(40);
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.integers().between(1, 5);
  }

  private static byte[] filtered(byte[] all, int piece, boolean dots) throws IOException {
    var out = new ByteArrayOutputStream();
    var lines = new CrlfOutput(out, dots);
    for (int at = 0; at < all.length; at += piece) {
      lines.write(all, at, Math.min(piece, all.length - at));
    }
    if (dots) lines.endMessage();
    else lines.endLine();
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return latin1(text.replace("\\r", "\r").replace("\\n", "\n"));
  }

  private static String shown(byte[] bytes) {
    return latin1(bytes).replace("\r", "\\r").replace("\n", "\\n");
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
