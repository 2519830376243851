package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered where nothing is. */
class MissingTest {
  private static final SiteOptions SINGLE_PAGE = new SiteOptions("index.html", true, true);

  @TempDir Path root;

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void anApplication() throws IOException {
    site().file("index.html", "<app>").file("app.js", "js").folder("empty");
  }

  @Test
  void aShortAnswerSaysSo() throws IOException {
    var reply = site().get("/<script>".replace("<", "%3C").replace(">", "%3E"));
    assertEquals("404 Not Found\n", reply.text()); // and nothing of what was asked
    assertEquals("text/plain;charset=utf-8", reply.field("Content-Type"));
    assertEquals("nosniff", reply.field("X-Content-Type-Options"));
  }

  @Test
  void theSiteMayHaveAPageForIt() throws IOException {
    site().file("404.html", "<lost>");
    var reply = site().get("/missing.png");
    assertEquals("404 <lost>", reply.status() + " " + reply.text());
    assertEquals("text/html;charset=utf-8", reply.field("Content-Type"));
    assertEquals("", reply.field("ETag") + reply.field("Last-Modified"));
    assertEquals(200, site().get("/404.html").status());
  }

  @Test
  void thePageForItMustLieInTheSite() throws IOException {
    site().link("404.html", "/etc/passwd");
    assertEquals("404 Not Found\n", site().get("/missing").text());
  }

  @ParameterizedTest(name = "{0}, Accept: {1}, {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /users/7      | text/html,*/*;q=0.8 | Sec-Fetch-Mode: navigate | 200
          /users/7      | text/html           | X: y                     | 200
          /users/7/     | text/html           | X: y                     | 200
          /users/7?a.b  | text/html           | X: y                     | 200
          /empty/more   | text/html           | X: y                     | 200
          /app.js       | */*                 | Sec-Fetch-Mode: no-cors  | 200
          # a missing script or picture stays missing
          /missing.js   | text/html           | X: y                     | 404
          /missing      | */*                 | Sec-Fetch-Mode: cors     | 404
          /missing      | */*                 | X: y                     | 404
          /missing      | application/json    | X: y                     | 404
          /missing      | text/html;q=0       | X: y                     | 404
          /missing      | text/plain          | X: y                     | 404
          /missing      | text/html           | Sec-Fetch-Mode: cors     | 404
          /missing      | nonsense            | X: y                     | 404
          # and so does what no route can be
          /.env         | text/html           | X: y                     | 404
          /../secret    | text/html           | X: y                     | 404
          """)
  void anApplicationOfOnePageAnswersPeopleWhereverTheyGo(
      String target, String accept, String field, int status) throws IOException {
    String head = TestSite.head("GET", target, "Accept: " + accept, field);
    var reply = TestSite.ask(site().handler(SINGLE_PAGE), head);
    assertEquals(status, reply.status());
    if (status == 200 && !target.endsWith(".js")) assertEquals("<app>", reply.text());
    boolean real = target.equals("/app.js");
    assertEquals(real ? 200 : 404, site().get(target, "Accept: " + accept, field).status());
  }

  @Test
  void itsPageIsRevalidatedUnderEveryRoute() throws IOException {
    String tag = site().get("/").field("ETag");
    String head = TestSite.head("GET", "/users/7", "Accept: text/html", "If-None-Match: " + tag);
    assertEquals(304, TestSite.ask(site().handler(SINGLE_PAGE), head).status());
  }

  @Test
  void aSingleFileIsServedAtTheRootAndUnderItsName() throws IOException {
    site().file("report.pdf", "pdf").file("report.pdf.gz", "no").link("link.txt", "report.pdf");
    var handler = site().handler(new SingleFile(root.resolve("report.pdf")), SINGLE_PAGE);
    for (String target : new String[] {"/", "/report.pdf", "http://h"}) {
      var reply = TestSite.ask(handler, TestSite.head("GET", target, "Accept-Encoding: gzip"));
      assertEquals("200 pdf", reply.status() + " " + reply.text());
      assertEquals("application/pdf", reply.field("Content-Type"));
    }
    for (String target :
        new String[] {"/report.pdf/", "/index.html", "/app.js", "/report.pdf.gz"}) {
      var reply = TestSite.ask(handler, TestSite.head("GET", target, "Accept: text/html"));
      assertEquals(404, reply.status(), target);
    }
    var link = site().handler(new SingleFile(root.resolve("link.txt")), SiteOptions.DEFAULT);
    var reply = TestSite.ask(link, TestSite.head("GET", "/link.txt"));
    assertEquals("pdf text/plain;charset=utf-8", reply.text() + " " + reply.field("Content-Type"));
  }
}
