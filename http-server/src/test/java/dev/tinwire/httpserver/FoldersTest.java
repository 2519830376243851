package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldersTest {
  private static final SiteOptions NO_LISTING = new SiteOptions("index.html", false, false);

  @TempDir Path root;

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void folders() throws IOException {
    site()
        .file("with/index.html", "<h1>with")
        .file("with/a.txt", "a")
        .file("without/a.txt", "a")
        .file("own/start.html", "<h1>own")
        .folder("a b/ü")
        .folder("evil.test")
        .folder("trap/index.html")
        .link("link", "with");
  }

  /** The query stays, which Caddy and npm's serve lose; Python's may begin with a backslash. */
  @ParameterizedTest(name = "{0} leads to {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /with                     | /with/
          /with?q=1&r=%20           | /with/?q=1&r=%20
          /with?                    | /with/?
          /with?next=//evil.test    | /with/?next=//evil.test
          /with?a[]=\\{b}             | /with/?a%5B%5D=%5C%7Bb%7D
          /link                     | /link/
          /%77ith                   | /with/
          /a%20b                    | /a%20b/
          /a%20b/%C3%BC             | /a%20b/%C3%BC/
          http://other.test/with?q  | /with/?q
          """)
  void aFolderWithoutItsSlashIsRedirected(String target, String location) throws IOException {
    var reply = site().get(target);
    assertEquals("301 " + location, reply.status() + " " + reply.field("Location"));
    assertEquals("no-cache", reply.field("Cache-Control"));
  }

  @ParameterizedTest
  @CsvSource({"//evil.test", "//evil.test/..", "/%5Cevil.test", "/%2Fevil.test", "/./evil.test"})
  void aRedirectNamesNoOtherHost(String target) throws IOException {
    var reply = site().get(target);
    assertEquals("404 ", reply.status() + " " + reply.field("Location"));
  }

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /with/            | <h1>with |
          /with/?q          | <h1>with |
          /with/?listing    | <h1>with |
          /with/?list       |          | /with/ true
          /with/?json       |          | /with/ true
          /with/?sort=size&text |      | /with/ true
          /with/?text=x     | <h1>with |
          /with/?a&list=1   |          | /with/ true
          /without/         |          | /without/ false
          /trap/            |          | /trap/ false
          /link/            | <h1>with |
          /                 |          | / false
          """)
  void aFolderIsItsIndexOrItsListing(String target, @Nullable String text, @Nullable String folder)
      throws IOException {
    var reply = site().get(target);
    assertEquals(200, reply.status());
    assertEquals(folder == null ? "" : folder, reply.field("Folder"));
    if (text != null) assertEquals(text, reply.text());
  }

  @Test
  void anIndexIsAFileLikeAnyOther() throws IOException {
    var index = site().get("/with/");
    assertEquals(site().get("/with/index.html").fields(), index.fields());
    assertEquals(304, site().get("/with/", "If-None-Match: " + index.field("ETag")).status());
  }

  /** For want of file handles, say: the file that is open already is closed. */
  @Test
  void aFaultOnTheWayLeavesNoFileOpen() throws IOException {
    var opened = new ArrayList<Resource>();
    Site failing =
        path -> {
          if (path.toString().endsWith(".gz")) throw new IOException("Too many open files");
          opened.add(new SiteRoot(root, false).find(path));
          return opened.getLast();
        };
    String head = TestSite.head("GET", "/with/a.txt", "Accept-Encoding: gzip");
    var handler = site().handler(failing, SiteOptions.DEFAULT);
    assertThrows(IOException.class, () -> TestSite.ask(handler, head));
    assertFalse(((Resource.OnDisk) opened.getFirst()).channel().isOpen());
  }

  @Test
  void theIndexMayHaveAnotherName() throws IOException {
    var handler = site().handler(new SiteOptions("start.html", true, false));
    assertEquals("<h1>own", TestSite.ask(handler, TestSite.head("GET", "/own/")).text());
    for (String name : new String[] {"", "..", "a/b", "a\\b"}) {
      assertThrows(IllegalArgumentException.class, () -> new SiteOptions(name, true, false));
    }
  }

  @ParameterizedTest
  @CsvSource({"/without/, 404", "/without/?list, 404", "/with/?list, 200", "/with/, 200"})
  void whereNothingIsListedAFolderWithoutIndexIsMissing(String target, int status)
      throws IOException {
    var reply = TestSite.ask(site().handler(NO_LISTING), TestSite.head("GET", target));
    assertEquals(status, reply.status());
    assertEquals("", reply.field("Folder"));
  }

  @Test
  void aFolderKnowsWhichOfItsEntriesAreServed() throws IOException {
    site().file("without/.env", "x").link("without/out", "../..").link("without/in", "../with");
    var path = SitePath.parse("/without/").orElseThrow();
    var folder = new Folder(path, root.resolve("without"), false, new SiteRoot(root, false));
    assertTrue(folder.serves("a.txt") && folder.serves("in"));
    assertFalse(folder.serves(".env"));
    assertFalse(folder.serves("out"));
    assertFalse(folder.serves("back\\slash"));
    assertFalse(folder.serves("not-there"));
  }
}
