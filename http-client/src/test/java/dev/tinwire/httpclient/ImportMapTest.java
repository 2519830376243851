package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML Standard §8.1.6.2: what names in imports mean. */
final class ImportMapTest {
  private static final String MAP =
      """
      {"imports": {
         "lib": "./js/lib.js", "lib/": "/lib/", "lib/deep/": "https://cdn.example/deep/",
         "/js/old.js": "/js/new.js", "https://cdn.example/x.js": "/x.js", "": "/empty.js",
         "bad/": "/no-slash", "bare": "other", "null": null, "number": 7},
       "scopes": {
         "/inner/": {"lib": "/inner/lib.js"},
         "/inner/most/": {"lib": "/most.js"},
         "/one.js": {"lib": "/for-one.js"},
         "/none/": 5}}
      """;

  private static Url url(String text) throws Malformed {
    return Url.parse(text);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "lib,               /a.js,             http://h/dir/js/lib.js",
    "lib/b.js,          /a.js,             http://h/lib/b.js",
    "lib/deep/c.js,     /a.js,             https://cdn.example/deep/c.js",
    "lib/../up.js,      /a.js,             ",
    "./b.js,            /dir/a.js,         http://h/dir/b.js",
    "./old.js,          /js/a.js,          http://h/js/new.js",
    "/js/old.js?v=1,    /a.js,             http://h/js/old.js?v=1",
    "https://cdn.example/x.js, /a.js,      http://h/x.js",
    "https://cdn.example/y.js, /a.js,      https://cdn.example/y.js",
    "lib,               /inner/a.js,       http://h/inner/lib.js",
    "lib,               /inner/most/a.js,  http://h/most.js",
    "lib/b.js,          /inner/a.js,       http://h/lib/b.js",
    "lib,               /one.js,           http://h/for-one.js",
    "lib,               /one.jsx,          http://h/dir/js/lib.js",
    "unknown,           /a.js,             ",
    "bad/a,             /a.js,             ",
    "bare,              /a.js,             ",
    "null,              /a.js,             ",
    "number,            /a.js,             "
  })
  void aNameMeansWhatTheMapSays(String specifier, String from, String expected) throws Exception {
    var map = ImportMap.parse(MAP, url("http://h/dir/"));
    var found = map.resolve(specifier, url("http://h" + from)).map(Url::href);
    assertEquals(expected == null ? "" : expected, found.orElse(""));
  }

  @Test
  void ofTwoMapsTheFirstThatHasANameDecides() throws Exception {
    String html =
        "<script type=importmap>{\"imports\":{\"a\":\"/1.js\"}}</script><script type=importmap>not"
            + " JSON</script><template><script"
            + " type=importmap>{\"imports\":{\"c\":\"/no.js\"}}</script></template><script"
            + " type=importmap>{\"imports\":{\"a\":\"/2.js\",\"b\":\"/b.js\"}}</script>";
    var base = url("http://h/");
    var map = ImportMap.of(Jsoup.parse(html), base);
    assertEquals("http://h/1.js", map.resolve("a", base).orElseThrow().href());
    assertEquals("http://h/b.js", map.resolve("b", base).orElseThrow().href());
    assertEquals(true, map.resolve("c", base).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7x"})
  void whatIsNoJsonIsRefused(String text) throws Exception {
    var base = url("http://h/");
    assertThrows(Malformed.class, () -> ImportMap.parse(text, base));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[]", "{}", "{\"imports\":[],\"scopes\":7}"})
  void whatIsNoMapSaysNothing(String text) throws Exception {
    assertEquals(ImportMap.NONE, ImportMap.parse(text, url("http://h/")));
  }
}
