package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What archives may take of the machine. */
class ZipLimitsTest {
  @TempDir Path root;

  private final ZipLimits one = new ZipLimits(10, 1000, 10, 1, 10);

  private ZipAnswer zips(ZipLimits limits) {
    return new ZipAnswer(limits, PlainRefusal::line, TestSite.in(root).clock());
  }

  private Answer ask(ZipAnswer zips, String... lines) throws IOException {
    var site = new SiteRoot(root, false);
    var folder = new Folder(SitePath.parse("/f/").orElseThrow(), root.resolve("f"), false, site);
    return zips.of(TestSite.request(TestSite.head("GET", "/f/?zip", lines)), folder);
  }

  /** f/ f/a f/d/ f/d/b: three are looked at, their names have 2, 3, 4 and 5 characters. */
  @ParameterizedTest(name = "at most {0} items, {1} characters, {2} folders deep: {3}")
  @CsvSource({
    "3, 14, 2, 200",
    "2, 14, 2, 403",
    "3, 13, 2, 403",
    "3, 14, 1, 403",
  })
  void aFolderWithMoreInItIsRefusedInWords(int items, long names, int depth, int status)
      throws IOException {
    TestSite.in(root).file("f/a", "1").file("f/d/b", "2");
    var reply = Received.of(ask(zips(new ZipLimits(items, names, depth, 1, 1))));
    assertEquals(status, reply.status());
    if (status == 403) assertTrue(reply.text().contains(items + " files and folders"));
  }

  /** Each is asked of the disk. */
  @Test
  void whatIsLeftOutCountsAsWell() throws IOException {
    var site = TestSite.in(root).folder("f");
    for (int i = 0; i < 11; i++) site.file("f/." + i, "");
    assertEquals(403, ask(zips(one)).status().code());
  }

  @Test
  void whileOneIsSentAnotherIsToldToComeAgain() throws IOException {
    TestSite.in(root).file("f/a", "1");
    var zips = zips(one);
    var sent = ask(zips);
    var refused = Received.of(ask(zips));
    assertEquals("503 10", refused.status() + " " + refused.field("Retry-After"));
    sent.content().close();
    sent.content().close(); // a second time is no second place
    assertEquals(200, ask(zips).status().code());
    assertEquals(503, ask(zips).status().code());
  }

  @Test
  void anAnswerWithoutContentTakesNoPlace() throws IOException {
    TestSite.in(root).file("f/a", "1");
    var zips = zips(one);
    String tag = Received.of(ask(zips)).field("ETag");
    for (String condition : new String[] {"If-None-Match: " + tag, "If-Match: \"x\""}) {
      assertTrue(ask(zips, condition).status().code() >= 300);
    }
    assertEquals(416, ask(zips, "Range: bytes=99999-").status().code());
    assertEquals(200, Received.of(ask(zips)).status());
  }

  @Test
  void whatFailsTakesNoPlace() throws IOException {
    TestSite.in(root).file("f/a", "1").link("f/link", "a");
    Site failing =
        _ -> {
          throw new IOException("Too many open files");
        };
    var zips = zips(one);
    var folder = new Folder(SitePath.ROOT, root.resolve("f"), false, failing);
    var request = TestSite.request(TestSite.head("GET", "/?zip"));
    assertThrows(IOException.class, () -> zips.of(request, folder));
    assertEquals(200, ask(zips).status().code());
  }
}
