package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of the listings of several servers. */
class ListingTest {
  private static String shown(RemoteListing listing) {
    return listing.entries().stream()
        .map(e ->
            e.shown()
                + (e.bytes().isPresent() ? " " + e.bytes().getAsLong() : "")
                + e.modified().map(t -> " " + t).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static String page(String html) throws Malformed {
    Url url = Url.parse("http://h/dir/");
    return ListingPage.of(Jsoup.parse(html), url).map(ListingTest::shown).orElse("none");
  }

  @Test
  void nginxSaysNamesTimesAndBytes() throws Malformed {
    String html =
        """
        <html><head><title>Index of /dir/</title></head><body><h1>Index of /dir/</h1><hr><pre>\
        <a href="../">../</a>
        <a href="a%20b/">a b/</a>            19-Nov-2026 17:47         -
        <a href="x%26y.txt">x&amp;y.txt</a>  19-Nov-2026 17:47         2
        <a href="50%25">50%</a>              32-Foo-2026 17:47         9
        </pre></body></html>
        """;
    assertEquals("a b/ 2026-11-19T17:47:00Z\nx&y.txt 2 2026-11-19T17:47:00Z\n50% 9", page(html));
  }

  @Test
  void apacheSaysNamesAndItsSortingLinksAreNone() throws Malformed {
    String html =
        """
        <title>Index of /dir</title><table><tr><th><a href="?C=N;O=D">Name</a></th></tr>
        <tr><td><a href="/">Parent Directory</a></td></tr>
        <tr><td><a href="in/">in/</a></td><td>2026-11-19 10:00</td><td>  - </td></tr>
        <tr><td><a href="a.txt">a.txt</a></td><td>2026-11-19 10:00</td><td>1.2K</td></tr>
        """;
    assertEquals("in/\na.txt", page(html));
  }

  @Test
  void pythonSaysNames() throws Malformed {
    String html =
        "<title>Directory listing for /dir/</title><ul><li><a href=\"a%20b\">a b</a></li></ul>";
    assertEquals("a b", page(html));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          http://other/dir/a
          //other/dir/a
          ../a
          /a
          sub/a
          ./
          ?C=M
          #top
          javascript:x
          mailto:a@b
          http://[
          """)
  void whatLeadsOutOfTheFolderIsNoEntry(String href) throws Malformed {
    assertEquals("", page("<title>Index of /</title><a href='" + href + "'>a</a>"));
  }

  @Test
  void anotherPageIsNoListing() throws Malformed {
    assertEquals("none", page("<title>Indexes</title><a href=a>a</a>"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"entries":[{"name":"a","type":"file","href":"./a","bytes":3}]}       | a 3
          {"entries":[{"name":"b","type":"folder","href":"./b/"}]}              | b/
          [{"name":"b","type":"directory","mtime":"Thu, 19 Nov 2026 10:00:00 GMT"}] | b/ 2026-11-19T10:00:00Z
          [{"name":"a b","type":"file","mtime":"x","size":7}]                   | a b 7
          [{"name":"b/","is_dir":true,"url":"./b/","size":4096}]                | b/
          [{"name":"a","is_dir":false,"url":"./a","size":1,"mod_time":"2026-11-19T10:00:00Z"}] | a 1 2026-11-19T10:00:00Z
          []                                                                    | ~~
          """)
  void jsonOfSeveralServersIsRead(String json, String expected) throws Exception {
    assertEquals(expected, shown(ListingJson.parse(json)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"entries":1}
          {"a":1}
          [1]
          [{"name":"a"}]
          [{"name":"a","type":"file","size":1e99}]
          7
          """)
  void otherJsonIsRefused(String json) {
    assertThrows(WireException.class, () -> ListingJson.parse(json));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "a b, /d/a%20b",
    "50%, /d/50%25",
    "a?b#c, /d/a%3Fb%23c",
    "../x, /x",
    "/x, /x",
    "//evil/x, /evil/x",
    "http://evil/x, /d/http%3A//evil/x",
    "a:b, /d/a%3Ab",
    "., /d/",
    "a\\b, /d/a%5Cb",
    "in/, /d/in/"
  })
  void aTypedNameStaysAtItsServer(String typed, String path) throws Malformed {
    Url url = RemoteName.resolve(Url.parse("http://h/d/"), typed);
    assertEquals("http://h" + path, url.href());
  }
}
