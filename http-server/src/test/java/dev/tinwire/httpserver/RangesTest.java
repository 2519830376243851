package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §14: parts of a file. */
class RangesTest {
  @TempDir Path root;

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void aFile() throws IOException {
    site().file("a.txt", "0123456789").file("empty", "");
  }

  @ParameterizedTest(name = "Range: {0} is {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Range                       | status | content    | Content-Range
          bytes=0-0                     | 206    | 0          | bytes 0-0/10
          bytes=2-4                     | 206    | 234        | bytes 2-4/10
          bytes=7-                      | 206    | 789        | bytes 7-9/10
          bytes=-3                      | 206    | 789        | bytes 7-9/10
          bytes=-99                     | 206    | 0123456789 | bytes 0-9/10
          bytes=8-99                    | 206    | 89         | bytes 8-9/10
          # nginx: 416 where the last is 2^64, or an element is empty
          bytes=8-18446744073709551616  | 206    | 89         | bytes 8-9/10
          bytes=,8-9                    | 206    | 89         | bytes 8-9/10
          bytes=10-                     | 416    |            | bytes */10
          bytes=18446744073709551616-   | 416    |            | bytes */10
          # Caddy: 206 for nothing, 416 for units in capitals or unknown
          bytes=-0                      | 416    |            | bytes */10
          Bytes=0-1                     | 206    | 01         | bytes 0-1/10
          lines=0-1                     | 200    | 0123456789 | -
          bytes=4-2                     | 200    | 0123456789 | -
          bytes=a-b                     | 200    | 0123456789 | -
          bytes                         | 200    | 0123456789 | -
          # one of two is there
          bytes=0-1,99-                 | 206    | 01         | bytes 0-1/10
          # more than overlap once are an attack (§17.15)
          bytes=0-,0-,0-                | 200    | 0123456789 | -
          """)
  void aRangeSelectsAPart(
      String range, int status, @Nullable String content, @Nullable String which)
      throws IOException {
    var reply = site().get("/a.txt", "Range: " + range);
    assertEquals(status, reply.status());
    if (status != 416) assertEquals(content, reply.text());
    assertEquals(which == null ? "" : which, reply.field("Content-Range"));
  }

  /** §15.3.7: whatever a 200 would have said. */
  @Test
  void aPartSaysWhatTheWholeSays() throws IOException {
    var whole = site().get("/a.txt");
    var part = site().get("/a.txt", "Range: bytes=2-4");
    assertEquals(whole.fields(), part.fields().without("Content-Range"));
  }

  @Test
  void severalRangesComeAsPartsInTheOrderAskedFor() throws IOException { // §14.6
    var reply = site().get("/a.txt", "Range: bytes=8-9, 0-1, -1");
    String boundary = reply.field("Content-Type").replace("multipart/byteranges;boundary=", "");
    assertEquals(206, reply.status());
    assertEquals("", reply.field("Content-Range")); // §14.4: not beside several
    assertEquals(
        """
        --B
        Content-Type: text/plain;charset=utf-8
        Content-Range: bytes 8-9/10

        89
        --B
        Content-Type: text/plain;charset=utf-8
        Content-Range: bytes 0-1/10

        01
        --B
        Content-Type: text/plain;charset=utf-8
        Content-Range: bytes 9-9/10

        9
        --B--
        """,
        reply.text().replace(boundary, "B").replace("\r\n", "\n"));
  }

  @Test
  void theBoundaryCannotBeForeseen() throws IOException {
    var handler = site().handler();
    String head = TestSite.head("GET", "/a.txt", "Range: bytes=0-1,4-5");
    String first = TestSite.ask(handler, head).field("Content-Type");
    assertEquals("multipart/byteranges;boundary=".length() + 32, first.length());
    assertNotEquals(first, TestSite.ask(handler, head).field("Content-Type"));
  }

  @Test
  void twoRangeFieldsAreIgnored() throws IOException {
    assertEquals(200, site().get("/a.txt", "Range: bytes=0-1", "Range: bytes=2-3").status());
  }

  /** There is no first byte to begin at; §14.1.2 lets a suffix of nothing be. */
  @ParameterizedTest
  @CsvSource({"bytes=0-, 416", "bytes=-1, 200", "bytes=-0, 416"})
  void anEmptyFileHasNoParts(String range, int status) throws IOException {
    assertEquals(status, site().get("/empty", "Range: " + range).status());
  }

  /** Apache honours it: a Range is for GET alone (§14.2). */
  @ParameterizedTest
  @CsvSource({"HEAD, 200", "POST, 405", "OPTIONS, 204"})
  void aRangeOfAnotherMethodIsIgnored(String method, int status) throws IOException {
    assertEquals(status, site().ask(TestSite.head(method, "/a.txt", "Range: bytes=0-1")).status());
  }
}
