package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An archive that is sent anew for each request has parts all the same. */
class ZipRangesTest {
  @TempDir Path root;

  @BeforeEach
  void aFolder() throws IOException {
    TestSite.in(root).file("f/a", "first").file("f/b", "").file("f/c/d", "fourth");
  }

  private Received get(String... lines) throws IOException {
    return TestSite.in(root).get("/f/?zip", lines);
  }

  /** Each begins where nothing is known yet, as after a restart. */
  @Test
  void fromAnyByteOnItIsTheSame() throws IOException {
    String whole = get().octets();
    for (int from = 0; from < whole.length(); from++) {
      var part = get("Range: bytes=" + from + "-");
      assertEquals("206 " + whole.substring(from), part.status() + " " + part.octets());
    }
  }

  @Test
  void anyByteAloneIsTheSame() throws IOException {
    String whole = get().octets();
    for (int at = 0; at < whole.length(); at++) {
      assertEquals(whole.substring(at, at + 1), get("Range: bytes=" + at + "-" + at).octets());
    }
  }

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-3      | 206 | bytes 0-3/LENGTH
          bytes=0-99999  | 206 | bytes 0-LAST/LENGTH
          bytes=LENGTH-  | 416 | bytes */LENGTH
          bytes=0-0,5-6  | 200 | ''
          lines=0-1      | 200 | ''
          """)
  void oneRangeAtATime(String range, int status, String which) throws IOException {
    String length = "" + get().octets().length();
    String last = "" + (get().octets().length() - 1);
    var reply = get("Range: " + range.replace("LENGTH", length));
    assertEquals(
        status + " " + which.replace("LENGTH", length).replace("LAST", last),
        reply.status() + " " + reply.field("Content-Range"));
  }

  @Test
  void whoResumesAfterAChangeGetsAllOfIt() throws IOException {
    String tag = get().field("ETag");
    assertEquals(206, get("Range: bytes=9-", "If-Range: " + tag).status());
    TestSite.in(root).file("f/c/d", "Fourth");
    var reply = get("Range: bytes=9-", "If-Range: " + tag);
    assertEquals(200, reply.status());
    assertEquals("Fourth", Unzipped.streamed(reply.bytes()).get("f/c/d"));
  }

  @Test
  void filesBeforeARangeAreNotRead() throws IOException {
    var asked = new ArrayList<String>();
    Site site =
        path -> {
          asked.add(path.toString());
          return new SiteRoot(root, false).find(path);
        };
    var handler = TestSite.in(root).handler(site, SiteOptions.DEFAULT);
    var layout = ZipArchive.of(folder(site), ZipLimits.DEFAULT).orElseThrow().layout();
    asked.clear();
    String range = layout.data(3 + 1) + "-" + (layout.directory() - 1);
    TestSite.ask(handler, TestSite.head("GET", "/f/?zip", "Range: bytes=" + range));
    assertEquals(List.of("/f/", "/f/c/d", "/f/c/d"), asked);
  }

  private Folder folder(Site site) throws IOException {
    return new Folder(SitePath.parse("/f/").orElseThrow(), root.resolve("f"), false, site);
  }
}
