package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Any text as a line of the shell, a pattern, and a listing: none leads out of its folder. */
public final class ShellFuzz {
  private ShellFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      Url folder = Url.parse("http://h/d/");
      ListingPage.of(Jsoup.parse(text), folder).ifPresent(found -> inside(found, folder));
      Url named = RemoteName.resolve(folder, text.length() > 1000 ? "" : text);
      if (!named.hostText().equals("h")) throw new AssertionError("left: " + named);
      for (ShellLine line : ShellLine.parse(text)) {
        for (ShellWord word : line.words()) word.glob().matches(text);
      }
    } catch (Malformed _) {
      // refused in words
    }
    try {
      inside(ListingJson.parse(text), Url.parse("http://h/d/"));
    } catch (WireException _) {
      // refused in words
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void inside(RemoteListing listing, Url folder) {
    for (var entry : listing.entries()) {
      try {
        Optional<Url> url = entry.inside(folder);
        if (url.isPresent() && !url.get().href().startsWith("http://h/d/")) {
          throw new AssertionError("leads out: " + url);
        }
      } catch (Malformed _) {
        // a reference nobody can follow
      }
    }
  }
}
