package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {
  @ParameterizedTest(name = "[{0}] is {1} of [{2}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          attachment                                           | attachment | none
          INLINE                                               | inline     | none
          Attachment; filename=example.html                    | attachment | example.html
          attachment; FileName="an example.html"               | attachment | an example.html
          inline; filename="a\\"b.txt"                         | inline     | a"b.txt
          attachment; filename="a%20b.txt"                     | attachment | a%20b.txt
          attachment; filename=""                              | attachment |
          attachment; filename*=UTF-8''%e2%82%ac%20rates       | attachment | € rates
          attachment; filename*=utf-8'en'%e2%82%ac%20rates     | attachment | € rates
          attachment; filename*=ISO-8859-1''na%EFve            | attachment | naïve
          attachment; filename="EURO rates"; filename*=utf-8''%e2%82%ac%20rates | attachment | € rates
          attachment; filename*=utf-8''%e2%82%ac; filename="EURO" | attachment | €
          # what cannot be read falls back
          attachment; filename=f; filename*=UTF-8''%e2%82      | attachment | f
          attachment; filename=f; filename*=UTF-8''%zz         | attachment | f
          attachment; filename=f; filename*=UTF-8''a%2         | attachment | f
          attachment; filename=f; filename*=UTF-8''%c0%af      | attachment | f
          attachment; filename=f; filename*=UTF-16''ab         | attachment | f
          attachment; filename=f; filename*=ab                 | attachment | f
          attachment; filename=f; filename*=UTF-8''a'b         | attachment | f
          attachment; filename=f; filename*="UTF-8''a b"       | attachment | f
          attachment; filename*=UTF-8''%ff                     | attachment | none
          # one decoding, not two
          attachment; filename*=UTF-8''%2541                   | attachment | %41
          # bytes beyond ASCII: UTF-8 if they are, else ISO-8859-1
          attachment; filename="naÃ¯ve.txt"                    | attachment | naïve.txt
          attachment; filename="naïve.txt"                     | attachment | naïve.txt
          # kept as it came; making it safe is another step
          attachment; filename="../../etc/passwd"              | attachment | ../../etc/passwd
          """)
  void aFileNameIsRead(String text, String type, String name) throws Malformed {
    var disposition = ContentDisposition.parse(text);
    assertEquals(type, disposition.type());
    assertEquals(
        name == null ? "" : name, disposition.fileName().orElse("none"), disposition::toString);
  }

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          "attachment"                      | expected a token as disposition
          filename=a.txt                    | expected nothing more
          attachment; filename=a b.txt      | expected nothing more
          attachment; filename="a           | expected a closing quote
          attachment; filename              | expected '='
          attachment; filename=a; filename=b | has the parameter filename twice
          attachment, inline                | expected nothing more
          attachment; filename=a/b          | expected nothing more
          """)
  void whatIsNoDispositionIsRefused(String text, String problem) {
    assertEquals(
        problem, assertThrows(Malformed.class, () -> ContentDisposition.parse(text)).problem());
  }

  @ParameterizedTest(name = "[{0}] is written [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          a.txt       | attachment; filename="a.txt"
          a b;c.txt   | attachment; filename="a b;c.txt"
          € rates     | attachment; filename="_ rates"; filename*=UTF-8''%E2%82%AC%20rates
          a%41.txt    | attachment; filename="a_41.txt"; filename*=UTF-8''a%2541.txt
          a"b\\c      | attachment; filename="a_b_c"; filename*=UTF-8''a%22b%5Cc
          it's (1)*   | attachment; filename="it's (1)*"
          é's (1)*    | attachment; filename="_'s (1)*"; filename*=UTF-8''%C3%A9%27s%20%281%29%2A
          """)
  void aNameIsWrittenSoThatAllReadItAlike(String name, String expected) throws Malformed {
    var disposition = ContentDisposition.attachment(name);
    assertEquals(expected, disposition.toString());
    assertEquals(disposition, ContentDisposition.parse(expected));
  }

  @Test
  void theOtherParametersStayWithIt() throws Malformed {
    var form = ContentDisposition.parse("form-data; name=\"a b\"; filename=\"x\"");
    assertEquals(Optional.of("a b"), form.others().get("name"));
    assertEquals("form-data; name=\"a b\"; filename=\"x\"", form.toString());
  }

  @Property
  void everyNameComesBack(@ForAll String name) throws Malformed {
    Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(name));
    var disposition = ContentDisposition.attachment(name);
    assertEquals(disposition, ContentDisposition.parse(disposition.toString()));
  }

  @Test
  void whatCannotBePrintedCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> ContentDisposition.attachment("\ud800"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ContentDisposition("inline", Optional.empty(), Parameters.of("FileName", "a.txt")));
  }
}
