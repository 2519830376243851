package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.terminal.Screen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTML at a terminal: tags apart from text, and scripts not taken for tags. */
class HtmlPaintTest {
  private static final Screen COLOURED = new Screen(true, 80, true, true);

  /** Brackets stand for the colour of tags, braces for that of comments. */
  private static String shown(String html) {
    return HtmlPaint.of(html, COLOURED)
        .replace("\033[36m", "[")
        .replace("\033[2m", "{")
        .replace("\033[0m", "|");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          <p>a</p>                      ~ [<p>|a[</p>|
          <!doctype html><!-- a>b -->x  ~ {<!doctype html>|{<!-- a>b -->|x
          <script>a<b && c>d</script>x  ~ [<script>|a<b && c>d[</script>|x
          <SCRIPT src=a>'<p>'</Script>  ~ [<SCRIPT src=a>|'<p>'[</Script>|
          <style>a>b{}</style>          ~ [<style>|a>b{}[</style>|
          <styled><b>x</b>              ~ [<styled>|[<b>|x[</b>|
          <script>never ends            ~ [<script>|never ends
          <p                            ~ [<p|
          a<                            ~ a[<|
          """)
  void tagsAreColoured(String html, String expected) {
    assertEquals(expected, shown(html));
  }

  @Property
  void nothingIsLostOrAdded(@ForAll String html) {
    assertEquals(
        html, HtmlPaint.of(html, COLOURED).replaceAll("\033\\[[0-9]+m", ""), () -> shown(html));
  }

  @Test
  void whoWatchesTheConversationSeesTheHeadOnce() throws Exception {
    String script =
        """
        C*:
        S: HTTP/1.1 200 OK
        S: X-Name: one
        S: Content-Length: 2
        S:
        S+: hi
        """;
    try (var server = new Transcript(script)) {
      var outcome =
          Lines.of("-v", "--color", "never", server.endpoint()).on(Lines.atTerminal("get"));
      assertTrue(outcome.stderr().contains("< X-Name: one\n"), outcome::toString);
      assertEquals("hi\n", outcome.stdout());
      assertFalse(outcome.stdout().contains("X-Name"), outcome::toString);
    }
  }
}
