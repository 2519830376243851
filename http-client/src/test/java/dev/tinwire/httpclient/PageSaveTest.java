package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that is kept: its files, their names, and what refers to what. */
final class PageSaveTest {
  @TempDir Path temp;

  private Path saved() {
    return temp.resolve("saved");
  }

  private Outcome save(SiteOrigin site, String... more) throws InterruptedException {
    var words = new ArrayList<>(List.of("--save", saved().toString()));
    words.addAll(List.of(more));
    words.add(site.url() + "/dir/");
    return Lines.of(words.toArray(String[]::new)).on(Lines.piped("page"));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static SiteOrigin site(String html) throws IOException {
    return new SiteOrigin()
        .with("/dir/", "text/html", "<!doctype html><html><head></head><body>" + html)
        .with("/dir/a.png", "image/png", "a")
        .with("/dir/b.png", "image/png", "b")
        .with("/dir/c%20d.png", "image/png", "cd")
        .with("/dir/php", "text/css", "p { background: url(a.png) }")
        .with("/dir/big.css", "text/css; charset=iso-8859-1", new byte[] {'/', '*', (byte) 0xe4});
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <img src=a.png>                                       | <img src="parts/a.png">
          <img src="c d.png">                                   | <img src="parts/c%20d.png">
          <img src=a.png integrity=x crossorigin nonce=y>       | <img src="parts/a.png">
          <img src=none.png>                                    | <img src="data:,">
          <img src=no.png srcset="a.png 1x, no2.png 2x" sizes=1 > | <img src="data:," srcset="parts/a.png">
          <img src=a.png srcset="no2.png 2x">                   | <img src="parts/a.png">
          <a href=other.html>x</a>                              | <a href="URL/dir/other.html">x</a>
          <a href=#top>x</a>                                    | <a href="#top">x</a>
          <a href=./#top>x</a>                                  | <a href="index.html#top">x</a>
          <a href=a.png>x</a><img src=a.png>                    | <a href="parts/a.png">x</a><img src="parts/a.png">
          <a href="mailto:a@b">x</a>                            | <a href="mailto:a@b">x</a>
          <form action=go></form>                               | <form action="URL/dir/go"></form>
          <p style="background:url('a.png')">x</p>              | <p style="background:url('parts/a.png')">x</p>
          <style>@import "php"; p { background: url(no.png) }</style> | <style>@import "parts/php.css"; p { background: url(data:,) }</style>
          <link rel=stylesheet href=php>                        | <link rel="stylesheet" href="parts/php.css">
          <link rel=stylesheet href=no.css>                     | ~~
          <link rel=preconnect href=//cdn.example>              | ~~
          <link rel=canonical href=x>                           | <link rel="canonical" href="URL/dir/x">
          <meta http-equiv=refresh content=0>                   | ~~
          <picture><source srcset=a.png type=image/png><img src=b.png></picture> | <picture><source srcset="parts/a.png" type="image/png"><img src="data:,"></picture>
          <base href=/dir/ target=_top><img src=a.png>          | <base target="_top"><img src="parts/a.png">
          <template><img src=no.png></template>                 | <template><img src="data:,"></template>
          """)
  void whatIsKeptIsReferredTo(String html, String expected) throws Exception {
    try (var site = site(html)) {
      var outcome = save(site);
      assertEquals(0, outcome.status(), outcome::toString);
      var page = Jsoup.parse(Files.readString(saved().resolve("index.html")));
      page.select("meta[charset]").remove();
      page.outputSettings().prettyPrint(false);
      assertEquals(expected.replace("URL", site.url()), page.body().html());
      assertTrue(outcome.stderr().contains("open " + saved().resolve("index.html")));
    }
  }

  @Test
  void sheetsReferToTheirNeighboursAndSayTheirEncoding() throws Exception {
    try (var site = site("<link rel=stylesheet href=php><link rel=stylesheet href=big.css>")) {
      save(site);
    }
    Path parts = saved().resolve("parts");
    assertEquals(List.of("a.png", "big.css", "php.css"), names(parts));
    assertEquals("p { background: url(a.png) }", Files.readString(parts.resolve("php.css")));
    assertEquals("\ufeff/*\u00e4", Files.readString(parts.resolve("big.css")));
  }

  @Test
  void namesNeverCollideNorLeaveTheFolder() throws Exception {
    String html =
        "<img src=/x/a.png><img src=/y/A.png><img src=/z/a.png?2><img src=/%2e%2e%2fevil.png>"
            + "<img src=/.bashrc><img src=/CON><img src=/e%1b%5b.png>";
    try (var site = site(html)) {
      for (String path :
          List.of(
              "/x/a.png",
              "/y/A.png",
              "/z/a.png?2",
              "/%2e%2e%2fevil.png",
              "/.bashrc",
              "/CON",
              "/e%1b%5b.png")) {
        site.with(path, "image/png", path);
      }
      var outcome = save(site);
      assertEquals(0, outcome.status(), outcome::toString);
    }
    var names = names(saved().resolve("parts"));
    assertEquals(7, names.size(), names::toString);
    assertEquals(7, names.stream().map(String::toLowerCase).distinct().count(), names::toString);
    assertEquals(List.of("index.html", "parts"), names(saved()));
    assertEquals(List.of("saved"), names(temp));
    assertTrue(names.containsAll(List.of("_CON.png", "bashrc.png", "e[.png")), names::toString);
  }

  @Test
  void aPageThatIsThereStaysUnlessToldOtherwise() throws Exception {
    Files.createDirectories(saved());
    Path index = saved().resolve("index.html");
    Files.writeString(index, "mine");
    try (var site = site("new")) {
      var outcome = save(site);
      assertEquals(1, outcome.status(), outcome::toString);
      assertEquals(
          List.of("tinwire page: " + index + " exists already; --force replaces the page"),
          outcome.errors());
      assertEquals("mine", Files.readString(index));
      assertEquals(0, save(site, "--force").status());
      assertFalse(Files.readString(index).contains("mine"));
    }
  }

  @Test
  void aLinkInTheWayIsNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.createDirectories(saved());
    Files.createSymbolicLink(saved().resolve("parts"), elsewhere);
    try (var site = site("<img src=a.png>")) {
      assertEquals(1, save(site).status());
    }
    assertEquals(List.of(), names(elsewhere));
  }

  @Test
  void whatIsNoPageIsNotSaved() throws Exception {
    try (var site = new SiteOrigin().with("/dir/", "text/plain", "x")) {
      var outcome = save(site);
      assertEquals(1, outcome.status(), outcome::toString);
      assertEquals(
          "tinwire page: what came is no page that can be saved", outcome.errors().getLast());
    }
    try (var site = new SiteOrigin()) {
      assertEquals(4, save(site).status());
    }
    assertFalse(Files.exists(saved().resolve("index.html")));
  }

  @Test
  void manyPartsOfOneOriginWaitForEachOther() throws Exception {
    var html = new StringBuilder();
    for (int i = 0; i < 40; i++) html.append("<img src=a.png?").append(i).append('>');
    try (var site = site(html.toString())) {
      for (int i = 0; i < 40; i++) site.with("/dir/a.png?" + i, "image/png", "a");
      var outcome = Lines.of("--json", site.url() + "/dir/").on(Lines.piped("page"));
      assertEquals(41, outcome.lines().size(), outcome::toString);
      assertFalse(outcome.stdout().contains("error"), outcome::toString);
    }
  }
}
