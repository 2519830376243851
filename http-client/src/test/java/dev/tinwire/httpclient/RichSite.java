package dev.tinwire.httpclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A page that uses every way there is to refer to a part, and says in its title what of it a
 * browser could use.
 */
final class RichSite {
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");

  private static final String PAGE =
      """
      <!doctype html><html><head><meta charset=utf-8><title>?</title>
      <base href="/base/">
      <meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline' data:">
      <link rel=stylesheet href="../css/a.css" crossorigin=anonymous>
      <link rel=preload as=image href=/img/pre.png>
      <link rel=modulepreload href=/js/m.js>
      <link rel="alternate stylesheet" href=/css/other.css title=other>
      <link rel=stylesheet media=print href=/css/print.css>
      <link rel=next href=/next.html>
      <style>@import "/css/inline.css"; .in { background: url(/img/in%20line.png) }</style>
      <script type=importmap>{"imports": {"bare": "/js/bare.js", "lib/": "/js/lib/"}}</script>
      <script src=/js/plain.js></script>
      <script src=/js/deferred.js defer></script>
      <script type=module src=/js/m.js></script>
      <script type=module>import {b} from "/js/b.js"; import {bare} from "bare";
      window.inlineModule = b; window.bare = bare;</script>
      <script type=application/json src=/no/data.json></script>
      <script nomodule src=/no/old.js></script>
      </head><body class=in>
      <p id=css>css</p><p id=imported>imported</p><p style="background:url(/img/attr.png)">font</p>
      <img src=/img/one.png><img src=/img/one.png#again>
      <img src=/img/low.png srcset="/img/set1.png 1x, /img/set2.png 2x">
      <img src=/img/one.png srcset="/img/two.png 2x">
      <picture><source type=image/xyz srcset=/img/no.xyz><source type=image/png srcset=/img/src.png>
      <img src=/img/fallback.png></picture>
      <img src=/img/redirected><img src=/img/missing.png><img src=rel.png>
      <img src="/img/query.png?a=1&amp;b=2"><img src="/img/query.png?a=2">
      <img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">
      <video poster=/img/poster.png></video>
      <svg width=9 height=9><image href=/img/svg.png width=9 height=9 /></svg>
      <iframe src=/frame.html></iframe>
      <object data=/img/object.svg type=image/svg+xml></object>
      <input type=image src=/img/input.png>
      <template><img src=/no/template.png></template>
      <noscript><img src=/no/noscript.png></noscript>
      <!-- <img src=/no/comment.png> -->
      <a href=/away.html>away</a>
      </body></html>
      """;

  /** Written at the end by the page itself. */
  private static final String REPORT =
      """
      addEventListener("load", () => setTimeout(async () => {
        await Promise.allSettled([...document.fonts].map(f => f.load()));
        const color = id => getComputedStyle(document.getElementById(id)).color;
        document.title = JSON.stringify({
          images: [...document.images].map(i => i.naturalWidth),
          css: color("css"), imported: color("imported"),
          fonts: [...document.fonts].map(f => f.status),
          module: window.fromModule, inline: window.inlineModule, plain: window.plain,
          deferred: window.deferred, circle: window.circle(), bare: window.bare, frames: frames.length });
      }, 300));
      window.plain = "plain \u00e4";
      """;

  private RichSite() {}

  static SiteOrigin open() throws IOException {
    var site = new SiteOrigin();
    site.with("/", "text/html", PAGE)
        .with("/css/a.css", "text/css", "@import 'deep/b.css'; #css { color: rgb(1, 2, 3) }")
        .with(
            "/css/deep/b.css",
            "text/css; charset=utf-8",
            "@font-face { font-family: F; src: url('../../font/f.ttf?v=1') format('truetype'),"
                + " url(/no/f.eot) } html { font-family: F, serif; background:"
                + " url(../../img/bg.png) } #imported { color: rgb(4, 5, 6) }")
        .with("/css/inline.css", "text/css", "p { list-style-image: url(/img/list.png) }")
        .with("/css/print.css", "text/css", "p { color: red }")
        .with("/js/plain.js", "text/javascript; charset=utf-8", REPORT)
        .with("/js/deferred.js", "text/javascript", "window.deferred = 'deferred';")
        .with(
            "/js/m.js",
            "text/javascript",
            "import {b} from './b.js'; export * from \"./c.js\"; /* import 'no.js' */"
                + " window.fromModule = b + 1;")
        .with("/js/bare.js", "text/javascript", "import x from 'lib/x.js'; export const bare = x;")
        .with("/js/lib/x.js", "text/javascript", "export default 'x';")
        .with(
            "/js/b.js", // these two import each other
            "text/javascript",
            "import {c} from './c.js'; export const b = 41; window.circle = () => b + c;")
        .with("/js/c.js", "text/javascript", "import './b.js'; export const c = 1;")
        .with("/font/f.ttf?v=1", "font/ttf", font())
        .with("/frame.html", "text/html", "<img src=img/frame.png><a href=/>up</a>")
        .with("/img/object.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>")
        .redirecting("/img/redirected", "/img/target.png");
    for (String name :
        ("one set1 set2 low src fallback target in%20line attr bg list pre poster svg frame input"
                + " query.png?a=1&b=2 query.png?a=2")
            .split(" ", -1)) {
      site.with("/img/" + (name.contains("?") ? name : name + ".png"), "image/png", PIXEL);
    }
    return site.with("/base/rel.png", "image/png", PIXEL);
  }

  /** Any font of this computer; without one the browser refuses the bytes, in both cases. */
  private static byte[] font() throws IOException {
    Path fonts = Path.of("/usr/share/fonts");
    if (!Files.isDirectory(fonts)) return new byte[] {1};
    try (var files = Files.walk(fonts)) {
      var found = files.filter(f -> f.toString().endsWith(".ttf")).sorted().findFirst();
      return found.isPresent() ? Files.readAllBytes(found.get()) : new byte[] {1};
    }
  }
}
