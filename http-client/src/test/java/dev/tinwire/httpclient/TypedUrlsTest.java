package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.Malformed;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was read before it, a URL is what it is alone. */
class TypedUrlsTest {
  @Property(tries = 2000)
  void everyUrlOfALineIsReadAsIfItWereTheOnlyOne(@ForAll("lines") List<String> line) {
    var urls = new TypedUrls();
    for (String text : line) assertEquals(outcome(text), outcome(urls, text));
  }

  private static String outcome(String text) {
    try {
      return Url.typed(text).toString();
    } catch (Malformed e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String outcome(TypedUrls urls, String text) {
    try {
      Url url = urls.read(text);
      assertEquals(Url.typed(text), url);
      return url.toString();
    } catch (Malformed e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    var origins =
        Arbitraries.of(
            "http://h/",
            "http://h:80/",
            "http://h:81/",
            "http://h",
            "h/",
            "HTTP://h/",
            "https://h/",
            "http://u:p@h/",
            "http://1.2/",
            "ftp://h/",
            "http:h/",
            "",
            "//h/",
            "http://h//");
    var paths =
        Arbitraries.strings()
            .withChars("ab/.Z9-_%~?#:@\\ \t\u00e9;,*+$&'()=![]|^`{}\"<>")
            .ofMaxLength(8);
    return Combinators.combine(origins, paths).as(String::concat).list().ofMaxSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/../b", ".", "..", "./x", "a/.hidden", "a//b", "a b", "%2e%2e/x", "?q", ""})
  void aNeighboursPathIsCleanedAsAnyOther(String path) throws Malformed {
    var urls = new TypedUrls();
    var _ = urls.read("http://example.com/first");
    String text = "http://example.com/" + path;
    assertEquals(Url.typed(text), urls.read(text));
  }
}
