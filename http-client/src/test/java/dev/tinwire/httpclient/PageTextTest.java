package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.MediaType;
import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page as text, and in which encoding it came. */
class PageTextTest {
  private static String text(String html) throws Malformed {
    return PageText.of(Jsoup.parse(html), Url.parse("http://h/dir/"), 40);
  }

  @Test
  void aPageIsRead() throws Malformed {
    assertEquals(
        """
        The Title
        =========

        # One & two

        Some text that is longer than a line of
        forty columns, with a link[1], another
        [2], and the first[1] again.

        * item
        * another item that is longer than the
          line is wide
          1. inner
          2. second

        ## Code

        a  b
          c

        name | value
        x | 1

          quoted
        (A picture)

        [1] http://h/dir/a
        [2] https://x/b
        """,
        text(
            """
            <title>The Title</title><script>no()</script><style>p{}</style>
            <h1>One &amp; two</h1>
            <p>Some <b>text</b> that is longer than a line of forty columns, with a
            <a href=a>link</a>, <a href=https://x/b>another</a>, and <a href=a>the first</a> again.
            <ul><li>item<li>another item that is longer than the line is wide
            <ol><li>inner<li>second</ol></ul>
            <h2>Code</h2><pre>a  b\n  c</pre>
            <table><tr><th>name<th>value<tr><td>x<td>1</table>
            <blockquote>quoted</blockquote>
            <img alt="A picture" src=p.png><img src=q.png><template>no</template>
            """));
  }

  @Test
  void nothingMovesTheCursor() throws Malformed {
    assertEquals("a\\x1b]0;x\\x07b\n", text("<p>a&#27;]0;x&#7;b"));
  }

  @Test
  void deepNestingEnds() throws Malformed {
    String deep = "<div>".repeat(5000) + "x";
    assertEquals("\n", text(deep));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html                   | c3a4                   | UTF-8
          text/html                   | e4                     | windows-1252
          text/html                   | c3                     | windows-1252
          text/html;charset=koi8-r    | c3a4                   | KOI8-R
          text/html;charset=latin1    | c3a4                   | windows-1252
          text/html;charset=nonsense  | c3a4                   | UTF-8
          text/html;charset=koi8-r    | efbbbf41               | UTF-8
          text/html                   | fffe4100               | UTF-16LE
          text/html                   | feff0041               | UTF-16BE
          text/html                   | 3c6d65746120636861727365743d22737274 | UTF-8
          text/html                   | 3c4d4554412063686172736574203d276b6f69382d72273e | KOI8-R
          text/html                   | 3c6d65746120636861727365743d7574662d31363e | UTF-8
          text/css                    | 40636861727365742022646f6f6d223b | UTF-8
          text/css                    | 406368617273657420226b6f69382d72223b | KOI8-R
          application/json            | e4                     | UTF-8
          """)
  void encodings(String type, String hex, String expected) throws Malformed {
    byte[] start = HexFormat.of().parseHex(hex);
    assertEquals(expected, TextCharset.of(Optional.of(MediaType.parse(type)), start, true).name());
  }

  @Test
  void aCharacterCutByTheEndOfAPartIsNoFault() {
    byte[] start = new byte[] {'a', (byte) 0xc3};
    assertEquals(StandardCharsets.UTF_8, TextCharset.of(Optional.empty(), start, false));
  }
}
