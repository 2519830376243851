package dev.tinwire.httpclient;

import static dev.tinwire.httpclient.DownloadTest.HALF;
import static dev.tinwire.httpclient.DownloadTest.WHOLE;
import static dev.tinwire.httpclient.DownloadTest.get;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A download that is gone on with: only what is of the same version is joined. */
final class ResumedDownloadTest {
  @TempDir Path temp;

  private List<String> files() throws IOException {
    try (var list = Files.list(temp)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  /** What the first connection brought is kept; the second asks for the rest. */
  private Outcome resumed(String second) throws Exception {
    Path file = temp.resolve("a");
    String script = HALF + "---\n" + second;
    try (var server = new Transcript(script)) {
      assertEquals(1, get("-o", file.toString(), server.endpoint()).status());
      return get("-C", "-o", file.toString(), server.endpoint());
    }
  }

  static final String REST =
      """
      C: GET / HTTP/1.1
      C*: Range: bytes=5-
      C: If-Range: "v1"
      C:
      S: HTTP/1.1 206 Partial Content
      S: ETag: "v1"
      S: Content-Range: bytes 5-9/10
      S: Content-Length: 5
      S:
      S+: 56789
      """;

  @Test
  void continueAsksForTheRestOfTheSameVersion() throws Exception {
    assertEquals(0, resumed(REST).status());
    assertEquals("0123456789", Files.readString(temp.resolve("a")));
    assertEquals(List.of("a"), files());
  }

  @Test
  void aFileThatChangedComesAnew() throws Exception {
    String changed =
        """
        C*: If-Range: "v1"
        C:
        S: HTTP/1.1 200 OK
        S: ETag: "v2"
        S: Content-Length: 4
        S:
        S+: abcd
        """;
    assertEquals(0, resumed(changed).status());
    assertEquals("abcd", Files.readString(temp.resolve("a")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "bytes 4-9/10",
        "bytes 5-8/10",
        "bytes 5-9/11",
        "bytes 5-8/*",
        "bytes 5-9223372036854775806/*",
        "bytes 0-9/10",
        "items 5-9/10",
        "bytes 5-9"
      })
  void anotherPartThanAskedForIsNotJoined(String range) throws Exception {
    String wrong = REST.replace("bytes 5-9/10", range).replace("C:\nS: HTTP", "C*:\nS: HTTP");
    String again = wrong.replace("C*:\n", "C:\n") + "C: GET / HTTP/1.1\n" + WHOLE;
    assertEquals(0, resumed(again).status());
    assertEquals("0123456789", Files.readString(temp.resolve("a")));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "ETag: \"v1\", ETag: \"v2\"",
    "Content-Length: 5, Content-Length: 4",
    "ETag: \"v1\", Content-Encoding: gzip"
  })
  void aPartOfAnotherVersionIsNotJoined(String said, String other) throws Exception {
    String rest = REST.replace("S: " + said, "S: " + other);
    String closed = rest.replace("S: Content-Range", "S: Connection: close\nS: Content-Range");
    assertEquals(0, resumed(closed + "---\nC: GET / HTTP/1.1\n" + WHOLE).status());
    assertEquals("0123456789", Files.readString(temp.resolve("a")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"3\\r\\n567", "6\\r\\n56789x"})
  void aPartThatIsNotAsLongAsItSaysIsNotKept(String chunk) throws Exception {
    String lie =
        REST.replace("Content-Length: 5", "Transfer-Encoding: chunked")
            .replace("56789", chunk + "\\r\\n0\\r\\n\\r\\n");
    assertEquals(1, resumed(lie).status());
    assertEquals(List.of(), files());
  }
}
