package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser would fetch with a page. */
class PageReferencesTest {
  private static String found(String html) throws Malformed {
    Url url = Url.parse("http://h/dir/page.html");
    return shown(PageReferences.of(Jsoup.parse(html), url));
  }

  private static String shown(List<PageReferences.Found> list) {
    return list.stream()
        .map(f -> f.kind() + " " + f.url().href().replace("http://h", ""))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <link rel=stylesheet href=a.css>                             | STYLE /dir/a.css
          <link rel='StyleSheet x' href=/a.css type=text/css>          | STYLE /a.css
          <link rel='alternate stylesheet' href=a.css>                 | STYLE /dir/a.css
          <link rel=stylesheet disabled href=a.css>                    | ~~
          <link rel=stylesheet href=a.less type=text/less>             | ~~
          <link rel='shortcut icon' href=i.ico>                        | IMAGE /dir/i.ico
          <link rel=canonical href=x><link rel=next href=y>            | ~~
          <link rel=preload as=font href=f.woff2>                      | FONT /dir/f.woff2
          <link rel=modulepreload href=m.js>                           | MODULE /dir/m.js
          <script src=a.js></script><script>var x='<img src=y>'</script> | SCRIPT /dir/a.js
          <script type=module src=a.js></script>                       | MODULE /dir/a.js
          <script type=application/json src=a.json></script>           | ~~
          <script nomodule src=old.js></script>                        | ~~
          <img src=a.png><img src=a.png#x>                             | IMAGE /dir/a.png
          <img src=''><img src=' '><img>                               | ~~
          <img src='data:image/png;base64,AA'>                         | ~~
          <img src=a.png srcset='b.png 2x, c.png'>                     | IMAGE /dir/c.png
          <img src=a.png srcset='b.png 2x'>                            | IMAGE /dir/a.png
          <img src=a.png srcset='b.png 2000w'>                         | IMAGE /dir/b.png
          <img srcset='b.png 2x'>                                      | IMAGE /dir/b.png
          <picture><source srcset=a.avif type=image/avif><img src=b.png></picture> | IMAGE /dir/a.avif
          <picture><source srcset=a.xyz type=image/xyz><img src=b.png></picture> | IMAGE /dir/b.png
          <picture><source srcset=a.png media='(max-width:9px)'><img src=b.png></picture> | IMAGE /dir/b.png
          <picture><source srcset=a.avif><img src=b.png><img src=c.png></picture><picture><img src=d.png></picture> | IMAGE /dir/a.avif, IMAGE /dir/d.png
          <details><p><img loading=lazy src=a.png><img src=b.png></details><img loading=lazy src=c.png> | IMAGE /dir/b.png, IMAGE /dir/c.png
          <video poster=p.png src=v.mp4></video>                       | IMAGE /dir/p.png, MEDIA /dir/v.mp4
          <audio><source src=a.ogg></audio>                            | MEDIA /dir/a.ogg
          <iframe src=f.html></iframe><iframe srcdoc=x src=g></iframe> | FRAME /dir/f.html
          <object data=o.svg></object><embed src=e.swf>                | OTHER /dir/o.svg, OTHER /dir/e.swf
          <input type=image src=b.png><input src=c.png>                | IMAGE /dir/b.png
          <template><img src=a.png></template>                         | ~~
          <noscript><img src=a.png></noscript>                         | ~~
          <!-- <img src=a.png> -->                                     | ~~
          <p style='background:url(b.png)'>x</p>                       | IMAGE /dir/b.png
          <style>@import 'a.css'; b {background: url( "c.png" )}</style> | STYLE /dir/a.css, IMAGE /dir/c.png
          <base href=/other/><img src=a.png>                           | IMAGE /other/a.png
          <base href='ftp://x/'><img src=a.png>                        | IMAGE /dir/a.png
          <img src='http://['><img src='javascript:x'><img src=ok.png> | IMAGE /dir/ok.png
          <body background=b.png>                                      | IMAGE /dir/b.png
          """)
  void inADocument(String html, String expected) throws Malformed {
    assertEquals(expected, found(html));
  }

  @Test
  void aDeepPageIsWalkedOnce() throws Exception {
    String end = "<img loading=lazy src=a.png><template><img src=b.png></template>";
    assertEquals("IMAGE /dir/a.png", found("<div>".repeat(200_000) + end));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          @import "a.css";                             | STYLE /dir/a.css
          @IMPORT url(a.css) screen;                   | STYLE /dir/a.css
          a{b:url(c.png)}                              | IMAGE /dir/c.png
          a{b:url('c d.png')}                          | IMAGE /dir/c%20d.png
          a{b:url( c.png )}                            | IMAGE /dir/c.png
          a{b:URL(\\63 .png)}                          | IMAGE /dir/c.png
          a{b:url(c\\).png)}                           | IMAGE /dir/c).png
          /* url(a.png) */ a{}                         | ~~
          a{content:"url(a.png)"}                      | ~~
          a{b:myurl(c.png)}                            | ~~
          a{b:url(#x)} a{b:url(data:,x)} a{b:url()}    | ~~
          a{b:url(c.png)} d{b:url(c.png)}              | IMAGE /dir/c.png
          @font-face{src:url(a.woff2) format("woff2"),url(a.ttf)} | FONT /dir/a.woff2
          @font-face{src:url(a.eot);src:url(b.woff)}   | FONT /dir/a.eot, FONT /dir/b.woff
          a{b:url(c.png                                | IMAGE /dir/c.png
          a{b:url("c.png                               | IMAGE /dir/c.png
          @import                                      | ~~
          """)
  void inASheet(String css, String expected) throws Malformed {
    assertEquals(expected, shown(PageReferences.ofSheet(css, Url.parse("http://h/dir/page.css"))));
  }

  @Test
  void aSheetIsRewrittenInPlace() {
    String css = "@import \"a.css\"; b{c:url( d.png ) url('e.png')} /* url(f) */";
    var references = CssReferences.of(css);
    assertEquals(
        "@import \"1\"; b{c:url( 2%20%28 ) url('3')} /* url(f) */",
        CssReferences.rewritten(css, references, List.of("1", "2 (", "3")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.png                     | a.png
          a.png 2x, b.png           | b.png
          a.png 2x, b.png 3x        | a.png
          a.png 0.5x, b.png 0.7x    | b.png
          a.png 480w, b.png 1600w, c.png 3000w | b.png
          a.png, b.png 2x           | a.png
          a,b.png 1x                | a,b.png
          a.png 1q                  | ''
          ''                        | ''
          ' , ,a.png'               | a.png
          """)
  void oneVersionOfAnImage(String srcset, String chosen) {
    assertEquals(chosen, Srcset.chosen(srcset).orElse(""));
  }
}
