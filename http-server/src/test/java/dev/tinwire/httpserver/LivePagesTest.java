package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers get the script, and what they say of themselves then. */
class LivePagesTest {
  private static final String TAG =
      "\n<script src=\"/-/live.js\" data-since=\"17\" async></script>\n";

  @TempDir private Path root;

  private Received get(String target, String... lines) throws IOException {
    return ask("GET", target, lines);
  }

  private Received ask(String method, String target, String... lines) throws IOException {
    var live = new LivePages(TestSite.in(root).handler(), new Editions(17));
    return TestSite.ask(live, TestSite.head(method, target, lines));
  }

  private TestSite site() {
    return TestSite.in(root);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"<html><body>hi</body></html>", "<p>no tags", "", "<!doctype html>"})
  void eachPageGetsItAtItsEnd(String page) throws IOException {
    site().file("index.html", page);
    var got = get("/");
    assertEquals(page + TAG, got.text());
    assertEquals(OptionalLong.of((page + TAG).length()), got.length());
  }

  @ParameterizedTest(name = "with {0}")
  @ValueSource(
      strings = {
        "Accept-Encoding: br, gzip",
        "Accept-Encoding: identity;q=0, gzip",
        "Range: bytes=0-3",
        "If-None-Match: *",
        "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
        "If-Match: \"other\"",
        "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
        "Sec-Fetch-Mode: navigate",
      })
  void thePageIsSentWholeWhateverElseIsAsked(String line) throws IOException {
    String page = "<p>text</p>".repeat(1000);
    site().file("a.html", page).file("a.html.gz", "packed").file("a.html.br", "packed");
    var got = get("/a.html", line);
    assertEquals(200, got.status());
    assertEquals(page + TAG, got.text());
    assertEquals("text/html;charset=utf-8", got.field("Content-Type"));
    assertEquals("no-store", got.field("Cache-Control"));
    for (String not : new String[] {"ETag", "Last-Modified", "Accept-Ranges", "Vary"}) {
      assertEquals("", got.field(not));
    }
    assertEquals("", got.field("Content-Encoding"));
  }

  @Test
  void theSitesOwnPageForWhatIsMissingGetsItToo() throws IOException {
    site().file("404.html", "nothing here");
    var got = get("/missing");
    assertEquals(404, got.status());
    assertEquals("nothing here" + TAG, got.text());
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      textBlock =
          """
          /a.css,  'Range: bytes=0-1',          206
          /a.css,  'If-None-Match: *',          304
          /a.css,  'Accept: text/css',          200
          /a.svg,  'Accept: */*',               200
          /a.html, 'Sec-Fetch-Mode: cors',      200
          /none,   'Accept: */*',               404
          """)
  void everythingElseIsAnsweredAsWithoutIt(String target, String line, int status)
      throws IOException {
    site().file("a.css", "a { }").file("a.svg", "<svg/>").file("a.html", "part of a page");
    var got = get(target, line);
    assertEquals(status, got.status());
    assertEquals(site().get(target, line), got);
  }

  @Test
  void compressedAnswersOfOtherFilesStayCompressed() throws IOException {
    site().file("a.css", "a { }").file("a.css.gz", "packed");
    assertEquals("packed", get("/a.css", "Accept-Encoding: gzip").text());
  }

  @Test
  void otherMethodsAreTheSitesBusiness() throws IOException {
    site().file("a.html", "page");
    assertEquals(405, ask("POST", "/a.html").status());
    assertEquals("GET, HEAD, OPTIONS", ask("OPTIONS", "/a.html").field("Allow"));
    assertEquals(get("/a.html").length(), ask("HEAD", "/a.html").length());
  }

  @ParameterizedTest(name = "{0} {1} [{2}]: {3}")
  @CsvSource(
      textBlock =
          """
          200, text/html,                  '',                                 true
          200, TEXT/HTML;charset=utf-8,    '',                                 true
          500, text/html,                  '',                                 true
          206, text/html,                  '',                                 false
          301, text/html,                  '',                                 false
          200, text/htmlx,                 '',                                 false
          200, application/xhtml+xml,      '',                                 false
          200, nonsense,                   '',                                 false
          200, text/html,                  Content-Encoding: gzip,             false
          200, text/html,                  Content-Disposition: inline,        true
          200, text/html,                  Content-Disposition: Attachment,    false
          200, text/html,                  'Content-Disposition: attachment;filename=a', false
          """)
  void aPageIs(int status, String type, String more, boolean page) {
    Answer answer = Answer.of(new Status(status), Content.of("")).with("Content-Type", type);
    int colon = more.indexOf(':');
    if (colon > 0) answer = answer.with(more.substring(0, colon), more.substring(colon + 2));
    assertEquals(page, LivePages.isPage(answer));
  }

  @Test
  void contentOfUnknownLengthIsStillWrittenAsItComes() throws IOException {
    Content.Written.Writer writer = out -> out.write('x');
    Handler listing =
        _ ->
            Answer.of(Status.OK, new Content.Written(OptionalLong.empty(), writer))
                .with("Content-Type", "text/html");
    var live = new LivePages(listing, new Editions(17));
    var got = TestSite.ask(live, TestSite.head("GET", "/"));
    assertEquals(OptionalLong.empty(), got.length());
    assertEquals("x" + TAG, got.text());
  }

  @Test
  void theNumberIsOfBeforeTheFileWasRead() throws IOException {
    var editions = new Editions(17);
    Handler changing =
        _ -> {
          editions.publish(Change.RELOAD);
          return Answer.of(Status.OK, Content.of("")).with("Content-Type", "text/html");
        };
    var live = new LivePages(changing, editions);
    assertEquals(TAG, TestSite.ask(live, TestSite.head("GET", "/")).text());
  }
}
