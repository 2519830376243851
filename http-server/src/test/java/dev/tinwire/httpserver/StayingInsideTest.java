package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 §17.3: what is outside, hidden or no file is not there. */
@Timeout(20)
class StayingInsideTest {
  @TempDir Path around;
  private Path root = Path.of("");

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void aTreeWithTraps() throws IOException {
    root = Files.createDirectory(around.resolve("site"));
    TestSite.in(around).file("secret.txt", "SECRET").file("site-2/x.txt", "SECRET");
    site()
        .file("a.txt", "a")
        .file("sub/b.txt", "b")
        .file(".env", "SECRET")
        .file(".git/config", "SECRET")
        .file("sub/.hidden/x", "SECRET")
        .file("we\\ird.txt", "odd")
        .link("odd", "we\\ird.txt")
        .link(".link", "a.txt")
        .file(".well-known/security.txt", "public")
        .file(".well-known/.key", "SECRET")
        .link("out", "..")
        .link("out.txt", "../secret.txt")
        .link("beside", "../site-2")
        .link("absolute", around.resolve("secret.txt").toString())
        .link("passwd", "/etc/passwd")
        .link("chain", "sub/up")
        .link("sub/up", "../out.txt")
        .link("config", ".git/config")
        .link("in.txt", "sub/b.txt")
        .link("in", "sub")
        .link("round", "round")
        .link("dangling", "nowhere")
        .link("back", "../site/a.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/sub/../../secret.txt",
        "/out/secret.txt",
        "/out.txt",
        "/out/",
        "/out",
        "/beside/x.txt",
        "/absolute",
        "/passwd",
        "/chain",
        "/sub/up",
        "/config",
        "/.env",
        "/.git/config",
        "/.git",
        "/.git/",
        "/sub/.hidden/x",
        "/.well-known/.key",
        "/%2eenv",
        "/.%67it/config",
        "/round",
        "/dangling",
        "/.link",
        "/we%5Cird.txt",
        "//secret.txt",
        "/%5c..%5csecret.txt",
        "/in/up"
      })
  void whatIsOutsideOrHiddenIsPlainlyMissing(String target) throws IOException {
    var reply = site().get(target);
    assertEquals(site().get("/no-such-file"), reply, "it can be told from what is not there");
    assertEquals(404, reply.status());
  }

  @ParameterizedTest(name = "{0} holds {1}")
  @CsvSource({
    "/a.txt, a",
    "/in.txt, b",
    "/in/b.txt, b",
    "/back, a",
    "/odd, odd",
    "/out/site/a.txt, a",
    "/.well-known/security.txt, public",
    "/sub/b.txt, b",
  })
  void linksWithinTheSiteAndWhatIsWellKnownAreServed(String target, String content)
      throws IOException {
    assertEquals("200 " + content, site().get(target).status() + " " + site().get(target).text());
  }

  @Test
  void aLinkHasTheTypeOfTheNameThatWasAskedFor() throws IOException {
    site().link("page.html", "a.txt");
    assertEquals("text/html;charset=utf-8", site().get("/page.html").field("Content-Type"));
  }

  @Test
  void dotfilesAreServedWhereTheyAreShown() throws IOException {
    var handler = site().handler(new SiteRoot(root, true), SiteOptions.DEFAULT);
    assertEquals("SECRET", TestSite.ask(handler, TestSite.head("GET", "/.git/config")).text());
    assertEquals("SECRET", TestSite.ask(handler, TestSite.head("GET", "/config")).text());
    assertEquals(404, TestSite.ask(handler, TestSite.head("GET", "/out.txt")).status());
  }

  /** Apache, Caddy, Python and jwebserver wait for somebody to write into it. */
  @Test
  void namedPipesAndDevicesAreNeverOpened() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    var made = new ProcessBuilder("/usr/bin/mkfifo", root.resolve("pipe").toString()).start();
    assertTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
    site().link("to-pipe", "pipe");
    assertEquals(404, site().get("/pipe").status());
    assertEquals(404, site().get("/to-pipe").status());
    var devices = site().handler(new SiteRoot(Path.of("/dev"), false), SiteOptions.DEFAULT);
    assertEquals(404, TestSite.ask(devices, TestSite.head("GET", "/zero")).status());
  }

  @Test
  void whatMayNotBeReadIsMissing() throws IOException {
    Path file = root.resolve("a.txt");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "root reads everything");
    assertEquals(404, site().get("/a.txt").status());
  }

  /** A deployment points a link to its next folder; the server goes with it. */
  @Test
  void theRootMayBeALinkThatIsTurned() throws IOException {
    TestSite.in(around).file("one/x", "1").file("two/x", "2").link("current", "one");
    var site = TestSite.in(around.resolve("current"));
    assertEquals("1", site.get("/x").text());
    Files.delete(around.resolve("current"));
    TestSite.in(around).link("current", "two");
    assertEquals("2", site.get("/x").text());
  }

  @Test
  void aRootThatIsGoneIsMissingAndMayComeBack() throws IOException {
    var site = TestSite.in(around.resolve("dist"));
    assertEquals(404, site.get("/x").status());
    site.file("x", "built");
    assertEquals("built", site.get("/x").text());
  }

  /** With the strict descent and with the check afterwards that replaces it elsewhere. */
  @Test
  void openingFollowsNoLinkAtAll() throws IOException {
    assertTrue(refuses(() -> Descent.open(root, Path.of("out.txt")).isEmpty()));
    assertTrue(refuses(() -> Descent.open(root, Path.of("in", "b.txt")).isEmpty()));
    assertTrue(refuses(() -> Descent.openAndLookAgain(root, Path.of("out.txt")).isEmpty()));
    assertTrue(refuses(() -> Descent.openAndLookAgain(root, Path.of("in", "b.txt")).isEmpty()));
    try (var opened =
        Descent.openAndLookAgain(root.toRealPath(), Path.of("a.txt")).get().channel()) {
      assertTrue(opened.isOpen());
    }
  }

  /** A race that is lost at the last moment may be a fault of the machine, and tells nothing. */
  private String textOrNothing(String target) {
    try {
      return site().get(target).text();
    } catch (IOException _) {
      return "";
    }
  }

  private interface Opening {
    boolean isEmpty() throws IOException;
  }

  private static boolean refuses(Opening opening) {
    try {
      return opening.isEmpty();
    } catch (IOException _) {
      return true;
    }
  }

  /** Somebody turns a folder into a link that leads out and back again, all the time. */
  @Test
  void aRaceWithLinksIsNeverWon() throws Exception {
    Path folder = root.resolve("flip");
    TestSite.in(around).file("elsewhere/b.txt", "SECRET");
    site().file("flip/b.txt", "b");
    var flipping =
        Thread.ofPlatform()
            .start(() -> {
              try {
                while (!Thread.currentThread().isInterrupted()) {
                  Files.move(folder, around.resolve("aside"));
                  Files.createSymbolicLink(folder, around.resolve("elsewhere"));
                  Files.delete(folder);
                  Files.move(around.resolve("aside"), folder);
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    try {
      for (int i = 0; i < 2000; i++) {
        assertNotEquals("SECRET", textOrNothing("/flip/b.txt"));
      }
    } finally {
      flipping.interrupt();
      assertTrue(flipping.join(Duration.ofSeconds(10)));
    }
  }
}
