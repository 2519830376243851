package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Browser;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import dev.tinwire.wire.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tinwire page} beside a browser: the same requests, and saved pages that work without. */
final class PageChromiumInterop {
  @TempDir Path temp;

  @BeforeEach
  void whereThereIsOne() {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "chromium is not installed");
  }

  /** What a page is in the end; the browser asks nobody but the loopback. */
  private String shown(String url) throws Exception {
    var outcome =
        Invocation.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + temp.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--virtual-time-budget=5000",
                "--dump-dom",
                url)
            .within(Duration.ofSeconds(90))
            .on(new Program(List.of("/usr/bin/chromium")));
    assertEquals(0, outcome.status(), outcome::toString);
    return outcome.stdout();
  }

  private static String title(String html) {
    int from = html.indexOf("<title>");
    assertTrue(from >= 0, html);
    return html.substring(from + 7, html.indexOf("</title>"));
  }

  @Test
  void itAsksForWhatABrowserAsksFor() throws Exception {
    try (var site = RichSite.open()) {
      shown(site.url() + "/");
      List<String> browser = site.asked().stream().filter(p -> !p.equals("/favicon.ico")).toList();
      Lines.of("--json", site.url()).on(Lines.piped("page"));
      assertEquals(String.join("\n", browser), String.join("\n", site.asked()));
    }
  }

  @Test
  void aSavedPageIsTheSameWithoutItsServer() throws Exception {
    Path saved = temp.resolve("saved");
    String online;
    try (var site = RichSite.open()) {
      online = title(shown(site.url() + "/"));
      Lines.of("--save", saved.toString(), site.url()).on(Lines.piped("page"));
      site.asked();
      String offline = title(shown(saved.resolve("index.html").toUri().toString()));
      assertEquals(online, offline);
      assertEquals(List.of(), site.asked());
    }
    assertTrue(online.contains("\"module\":42"), online);
    assertTrue(online.contains("\"circle\":42,\"bare\":\"x\""), online);
    assertTrue(online.contains("rgb(4, 5, 6)"), online);
  }

  /** What a page brought, and what single fetches did. */
  @ParameterizedTest(name = "{0} --har")
  @ValueSource(strings = {"page", "get"})
  void itsArchiveIsOpenedByDeveloperTools(String verb) throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    Path har = temp.resolve("run.har");
    List<String> asked;
    try (var site = RichSite.open()) {
      Lines.of("--har", har.toString(), site.url()).on(Lines.piped(verb));
      asked = site.asked().stream().map(path -> site.url() + path).toList();
    }
    Json archive = Json.parse(Files.readString(har));
    if (PublicVectors.here()) {
      assertEquals(List.of(), JsonSchema.faults("har-schema", "har.json", archive));
    }
    String script =
        """
        return import("devtools://devtools/bundled/models/har/har.js").then(har => {
          const log = new har.HARFormat.HARRoot(arguments[0]).log;
          const requests = har.Importer.Importer.requestsFromHARLog(log);
          return requests.map(r => [r.url(), r.statusCode, r.finished, r.endTime >= r.startTime,
            r.responseHeaders.length > 0]);
        }).catch(e => ["" + e.stack]);
        """;
    try (var browser = Browser.open(temp)) {
      browser.go("devtools://devtools/bundled/inspector.html");
      var read = new TreeSet<String>();
      for (Json row : Json.parse(browser.run(script, archive.print())).items()) {
        var facts = ((Json.Arr) row).items();
        assertEquals("[true,true,true]", new Json.Arr(facts.subList(2, 5)).print(), row.print());
        read.add(facts.getFirst().text());
      }
      assertEquals(String.join("\n", asked), String.join("\n", read));
    }
  }
}
