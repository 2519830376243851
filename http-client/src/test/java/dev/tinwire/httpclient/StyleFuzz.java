package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;

/**
 * Any text as a style sheet, as a srcset and as a page: references inside it, that can be replaced
 * without touching anything else, and a text that moves no cursor.
 */
public final class StyleFuzz {
  private StyleFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    var references = CssReferences.of(text);
    int end = 0;
    for (var reference : references) {
      if (reference.from() < end || reference.to() < reference.from()) {
        throw new AssertionError("overlap: " + references);
      }
      end = reference.to();
    }
    if (end > text.length()) throw new AssertionError("outside: " + references);
    List<String> same = references.stream().map(_ -> "x").toList();
    CssReferences.rewritten(text, references, same);
    Srcset.chosen(text);
    page(text);
  }

  private static void page(String html) {
    try {
      Url url = Url.parse("https://h/");
      var document = Jsoup.parse(html);
      for (var found : PageReferences.of(document, url)) {
        if (!found.url().isHttp()) throw new AssertionError(found.toString());
      }
      String shown = PageText.of(document, url, 40);
      if (shown.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
        throw new AssertionError("a control character: " + shown);
      }
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }
}
