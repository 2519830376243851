package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/**
 * Any text is a URL that comes back from its print, in plain ASCII and one line, or is refused.
 * Bytes behind the first line break are a reference that is resolved against it.
 */
public final class UrlFuzz {
  private UrlFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    int line = text.indexOf('\n');
    try {
      Url base = Url.parse(line < 0 ? text : text.substring(0, line));
      check(base);
      if (line >= 0) check(base.resolve(text.substring(line + 1)));
    } catch (Malformed refused) {
      refused.caret(); // fails where the place is outside the text
    }
  }

  private static void check(Url url) {
    String href = url.href();
    if (!href.chars().allMatch(c -> c >= ' ' && c <= '~')) throw new AssertionError(href);
    boolean web = url.isHttp();
    if (web && href.indexOf(' ') >= 0) throw new AssertionError("a blank in a target: " + href);
    if (web && (url.hostText().isEmpty() || !url.target().startsWith("/"))) {
      throw new AssertionError("nothing to ask or nobody: " + href);
    }
    try {
      Url again = Url.parse(href);
      if (!again.equals(url)) throw new AssertionError(href + " comes back as " + again.href());
    } catch (Malformed e) {
      if (href.length() <= Url.MOST) throw new AssertionError("cannot be read: " + href, e);
    }
  }
}
