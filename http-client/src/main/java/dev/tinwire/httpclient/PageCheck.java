package dev.tinwire.httpclient;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads a page from a server in this process, with parts that only other parts name. It is also
 * what teaches the class cache which classes a page needs.
 */
final class PageCheck {
  private static final Map<String, CheckSite.Item> ITEMS =
      Map.of(
          "/",
          new CheckSite.Item(
              "text/html; charset=utf-8",
              "<!doctype html><title>check</title><link rel=stylesheet href=sheet.css>"
                  + "<script src=plain.js></script><script type=module src=module.js></script>"
                  + "<p class=one>&eacute;<img src='a.png' srcset='a.png 1x, b.png 2x'>"
                  + "<img src=c.png><img src=d.png><img src=e.png><img src=f.png><img src=g.png>"),
          "/sheet.css",
          new CheckSite.Item("text/css", "@font-face{src:url(font.woff2)} p{color:red}"),
          "/module.js",
          new CheckSite.Item("text/javascript", "import './deep.js'"));

  private PageCheck() {}

  static void run() throws IOException, InterruptedException {
    try (var site = CheckSite.with(ITEMS, Optional.empty())) {
      for (String host : List.of("127.0.0.1", "localhost")) {
        String said = GetCheck.said(new PageTool(), List.of(site.url(host, "/")));
        for (String part : List.of("sheet.css", "font.woff2", "plain.js", "deep.js", "g.png")) {
          if (!said.contains(part)) throw new IOException(part + " is missing: " + said);
        }
      }
    }
  }
}
