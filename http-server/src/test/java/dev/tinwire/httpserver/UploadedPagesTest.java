package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers have sent is shown, and does nothing in our name. */
final class UploadedPagesTest {
  private static final String PAGE = "<script>alert(1)</script>";

  @TempDir Path root;

  @BeforeEach
  void aSiteWithAnInbox() throws Exception {
    TestSite.in(root)
        .file("index.html", "ours")
        .file("404.html", "our 404")
        .file("in/index.html", PAGE)
        .file("in/404.html", PAGE)
        .file("in/a.svg", PAGE)
        .file("in/a.txt", "plain")
        .file("in/a.txt.gz", "smaller")
        .link("shown", "in");
  }

  private Received get(Inbox inbox, String target, String... lines) throws Exception {
    return TestSite.ask(inbox.handler(), TestSite.head("GET", target, lines));
  }

  @Test
  void anUploadedIndexIsNoPageOfTheFolder() throws Exception {
    var inbox = Inbox.uploads(root, "/in/");
    String listing = get(inbox, "/in/", "Accept: text/html").text();
    assertTrue(listing.contains("<title>in</title>"), listing);
    assertEquals("ours", get(inbox, "/").text());
    assertEquals("our 404", get(inbox, "/nothing").text());
  }

  @Test
  void whereAllTakesUploadsNoneOfItIsAPageOfOurs() throws Exception {
    for (var inbox : new Inbox[] {Inbox.uploads(root, "/"), Inbox.writable(root)}) {
      assertTrue(get(inbox, "/", "Accept: text/html").text().contains("<table"));
      assertFalse(get(inbox, "/nothing").text().contains("our 404"));
      assertEquals(Sandbox.POLICY, get(inbox, "/index.html").field("Content-Security-Policy"));
    }
  }

  @Test
  void scriptsAreKeptInASandboxByWhateverWayOneComesToThem() throws Exception {
    var inbox = Inbox.uploads(root, "/in/");
    for (String target : new String[] {"/in/index.html", "/in/a.svg", "/shown/index.html"}) {
      assertEquals(Sandbox.POLICY, get(inbox, target).field("Content-Security-Policy"), target);
      assertEquals("nosniff", get(inbox, target).field("X-Content-Type-Options"));
    }
    assertEquals("", get(inbox, "/index.html").field("Content-Security-Policy"));
    assertEquals("", get(inbox, "/in/a.txt").field("Content-Security-Policy"));
  }

  @Test
  void noFileIsPassedOffAsAnotherThatIsOnlySmaller() throws Exception {
    String gzip = "Accept-Encoding: gzip";
    assertEquals("plain", get(Inbox.uploads(root, "/in/"), "/in/a.txt", gzip).text());
    Files.writeString(root.resolve("b.txt"), "plain");
    Files.writeString(root.resolve("b.txt.gz"), "smaller");
    assertEquals("smaller", get(Inbox.uploads(root, "/in/"), "/b.txt", gzip).text());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "a.html, true",
    "a.HTM, true",
    "a.xhtml, true",
    "a.svg, true",
    "a.svgz, true",
    "a.xml, true",
    "a.js, true",
    "a.css, true",
    "a.mhtml, true",
    "a.png, false",
    "a.mp4, false",
    "a.mp3, false",
    "a.pdf, false",
    "a.txt, false",
    "a.json, false",
    "a.zip, false",
    "a, false",
  })
  void onlyWhatCannotActIsLeftAlone(String name, boolean tamed) {
    boolean unknown = "application/octet-stream".equals(type(name));
    assertEquals(tamed && !unknown, Sandbox.tames(name), () -> name + " is " + type(name));
  }

  private static String type(String name) {
    return dev.tinwire.http.MediaTypes.ofFileName(name).essence();
  }
}
