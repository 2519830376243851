package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §13: conditions on a file. The grammar of each is tested where it lives. */
class ConditionsTest {
  private static final String BEFORE = "Thu, 29 Feb 2024 12:30:14 GMT";
  private static final String SAME = "Thu, 29 Feb 2024 12:30:15 GMT";

  @TempDir Path root;
  private String tag = "";

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void aFile() throws IOException {
    site().file("a.txt", "0123456789").file("404.html", "gone");
    var modified = Instant.parse("2024-02-29T12:30:15.5Z");
    Files.setLastModifiedTime(root.resolve("a.txt"), FileTime.from(modified));
    tag = site().get("/a.txt").field("ETag");
  }

  @ParameterizedTest(name = "{0} | {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          If-Match: TAG                   |                             | 200
          If-Match: *                     |                             | 200
          If-Match: "x"                   |                             | 412
          If-Match: W/TAG                 |                             | 412
          If-Unmodified-Since: SAME       |                             | 200
          If-Unmodified-Since: BEFORE     |                             | 412
          If-None-Match: TAG              |                             | 304
          If-None-Match: W/TAG            |                             | 304
          If-None-Match: *                |                             | 304
          If-None-Match: "x"              |                             | 200
          If-Modified-Since: SAME         |                             | 304
          If-Modified-Since: BEFORE       |                             | 200
          # nginx: 400 where If-None-Match stands on two lines
          If-None-Match: "x"              | If-None-Match: TAG          | 304
          # nginx, dufs: If-Modified-Since wins over If-None-Match
          If-None-Match: "x"              | If-Modified-Since: SAME     | 200
          If-None-Match: TAG              | If-Modified-Since: BEFORE   | 304
          # nginx: If-Unmodified-Since is looked at beside If-Match
          If-Match: TAG                   | If-Unmodified-Since: BEFORE | 200
          # nginx: an invalid date gives 412; lighttpd: this one is read
          If-Unmodified-Since: yesterday  |                             | 200
          If-Modified-Since: Sat, 31 Feb 2099 25:61:00 GMT |            | 200
          If-Modified-Since: SAME         | If-Modified-Since: SAME     | 200
          # §13.2.2: If-Match before If-None-Match
          If-Match: "x"                   | If-None-Match: TAG          | 412
          If-Match: TAG                   | If-None-Match: TAG          | 304
          # §13.2.2, step 5: conditions before Range
          If-None-Match: TAG              | Range: bytes=0-1            | 304
          If-Match: "x"                   | Range: bytes=0-1            | 412
          If-Match: "x"                   | Range: bytes=99-            | 412
          If-Match: TAG                   | Range: bytes=0-1            | 206
          # §13.1.5
          If-Range: TAG                   | Range: bytes=0-1            | 206
          If-Range: "x"                   | Range: bytes=0-1            | 200
          If-Range: W/TAG                 | Range: bytes=0-1            | 200
          If-Range: SAME                  | Range: bytes=0-1            | 206
          If-Range: BEFORE                | Range: bytes=0-1            | 200
          If-Range: "x"                   | Range: bytes=99-            | 200
          """)
  void conditionsAreAskedInTheOrderOfSection13_2_2(
      String first, @Nullable String second, int status) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(filled(first));
    if (second != null) lines.add(filled(second));
    for (String method : new String[] {"GET", "HEAD"}) {
      int expected = status == 206 && method.equals("HEAD") ? 200 : status; // §14.2
      String head = TestSite.head(method, "/a.txt", lines.toArray(String[]::new));
      assertEquals(expected, site().ask(head).status(), method);
    }
  }

  private String filled(String line) {
    return line.replace("TAG", tag).replace("SAME", SAME).replace("BEFORE", BEFORE);
  }

  /** §15.4.5: what a 200 would have said that a cache must keep, and no content. */
  @Test
  void notModifiedRepeatsWhatACacheKeeps() throws IOException {
    var reply = site().get("/a.txt", "If-None-Match: " + tag);
    assertEquals(tag, reply.field("ETag"));
    assertEquals("no-cache", reply.field("Cache-Control"));
    assertEquals("Accept-Encoding", reply.field("Vary"));
    assertEquals("", reply.field("Content-Type") + reply.field("Last-Modified") + reply.text());
  }

  /** §13.2.1: only where the answer would be a success. */
  @ParameterizedTest
  @CsvSource({"/missing, 404", "/.env, 404"})
  void conditionsAreNotAskedOfWhatIsNotThere(String target, int status) throws IOException {
    assertEquals(status, site().get(target, "If-None-Match: *").status());
    assertEquals(status, site().get(target, "If-Match: \"x\"").status());
    assertEquals(status, site().get(target, "Range: bytes=99-").status());
  }

  /** §13.2.1 again: a redirect is no success either. */
  @Test
  void aRedirectAsksNoCondition() throws IOException {
    site().folder("sub");
    assertEquals(301, site().get("/sub", "If-Match: \"x\"").status());
  }
}
