package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {
  @ParameterizedTest(name = "[{0}] is [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          text/html                       | text/html
          Text/HTML;Charset="utf-8"       | text/html;charset=utf-8
          text/html; charset="utf-8"      | text/html;charset=utf-8
          text/html;charset=UTF-8         | text/html;charset=UTF-8
          text/html ; a=b;                | text/html;a=b
          multipart/mixed;boundary="a b"  | multipart/mixed;boundary="a b"
          image/svg+xml                   | image/svg+xml
          */*                             | */*
          """)
  void aMediaTypeIsReadAndPrinted(String text, String printed) throws Malformed {
    MediaType type = MediaType.parse(text);
    assertEquals(printed, type.toString());
    assertEquals(type, MediaType.parse(printed));
  }

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          text                      | expected '/'
          text/                     | expected a token as subtype
          /html                     | expected a token as type
          text /html                | expected '/'
          text/ html                | expected a token as subtype
          text/html;charset         | expected '='
          text/html;charset=        | expected a token as value of charset
          text/html;charset =utf-8  | expected '='
          text/html;a="b            | expected a closing quote
          text/html;a=b;a=c         | has the parameter a twice
          text/html, text/plain     | expected nothing more
          text/html charset=utf-8   | expected nothing more
          """)
  void whatIsNoMediaTypeIsRefused(String text, String problem) {
    assertEquals(problem, assertThrows(Malformed.class, () -> MediaType.parse(text)).problem());
  }

  @ParameterizedTest(name = "[{0}] is in {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          text/html                          | none
          text/html;charset=utf-8            | UTF-8
          text/html;charset="ISO-8859-15"    | ISO-8859-15
          text/html;charset=klingon          | none
          text/html;charset="a b"            | none
          text/html;charset=""               | none
          """)
  void aTextNamesItsEncoding(String text, String expected) throws Malformed {
    assertEquals(expected, MediaType.parse(text).charset().map(Charset::name).orElse("none"));
  }

  @Test
  void parametersDoNotChangeWhatItIs() throws Malformed {
    assertEquals(true, MediaType.parse("text/html;charset=utf-8").is("Text/HTML"));
    assertEquals(false, MediaType.parse("text/html").is("text/plain"));
  }

  @Test
  void browsersReadWhatIsRefusedElsewhere() {
    var type = MediaType.parseAsBrowsersDo(" text/html;a;charset=\"utf-8; ");
    assertEquals("text/html;charset=\"utf-8;\"", type.orElseThrow().toString());
    assertEquals(Optional.empty(), MediaType.parseAsBrowsersDo("text"));
  }

  @Test
  void browsersToStopAtALimit() {
    var text = new StringBuilder("a/b");
    for (int i = 0; i < Parameters.MOST + 5; i++) text.append(";p").append(i).append("=x");
    var type = MediaType.parseAsBrowsersDo(text.toString()).orElseThrow();
    assertEquals(Parameters.MOST, type.parameters().list().size());
    String tooLong = "a/b;x=" + "y".repeat(ValueReader.LIMIT);
    assertEquals(Optional.empty(), MediaType.parseAsBrowsersDo(tooLong));
  }

  @Test
  void whatCannotBePrintedCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> MediaType.of("text", "ht ml"));
    assertThrows(IllegalArgumentException.class, () -> MediaType.of("", "html"));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          index.html      | text/html;charset=utf-8
          INDEX.HTM       | text/html;charset=utf-8
          app.mjs         | text/javascript;charset=utf-8
          app.js.map      | application/json
          style.min.css   | text/css;charset=utf-8
          a.svg           | image/svg+xml
          a.wasm          | application/wasm
          a.webmanifest   | application/manifest+json
          favicon.ico     | image/vnd.microsoft.icon
          README.md       | text/markdown;charset=utf-8
          notes.txt       | text/plain;charset=utf-8
          Main.java       | text/plain;charset=utf-8
          a.ts            | text/plain;charset=utf-8
          a.tar.gz        | application/gzip
          a.br            | application/x-brotli
          a.woff2         | font/woff2
          a.avif          | image/avif
          a.jpeg          | image/jpeg
          a.csv           | text/csv;charset=utf-8
          .gitignore      | application/octet-stream
          README          | application/octet-stream
          a.              | application/octet-stream
          html            | application/octet-stream
          .html           | text/html;charset=utf-8
          a.unheard-of    | application/octet-stream
          ''              | application/octet-stream
          """)
  void aFileNameTellsTheType(String name, String expected) {
    assertEquals(expected, MediaTypes.ofFileName(name).toString());
  }

  @Test
  void textIsUtf8() {
    var type = MediaTypes.ofFileName("a.txt");
    assertEquals(Optional.of(StandardCharsets.UTF_8), type.charset());
  }
}
