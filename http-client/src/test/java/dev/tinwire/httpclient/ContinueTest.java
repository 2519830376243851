package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --continue} where the file has its name already. */
final class ContinueTest {
  private static final String TEN =
      "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882";

  private static final String WHOLE =
      """
      C*:
      S: HTTP/1.1 200 OK
      S: Last-Modified: Thu, 19 Nov 2026 10:00:00 GMT
      S: Content-Length: 10
      S:
      S+: 0123456789
      """;

  @TempDir Path temp;

  private Outcome again(String there, String time, String... more) throws Exception {
    Path file = temp.resolve("a");
    Files.writeString(file, there);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
    var all = new ArrayList<>(List.of("-C", "-o", file.toString()));
    all.addAll(List.of(more));
    try (var server = new Transcript(WHOLE)) {
      all.add(server.endpoint().toString());
      return Lines.of(all.toArray(String[]::new)).on(Lines.piped("get"));
    }
  }

  @ParameterizedTest(name = "{0} of {1}: here already {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abcdefghij | 2026-11-19T10:00:00Z | true
          abcdefghij | 2026-11-19T10:00:01Z | false
          abcdefghi  | 2026-11-19T10:00:00Z | false
          """)
  void sizeAndTimeSayWhetherItIsAllHere(String there, String time, boolean here) throws Exception {
    var outcome = again(there, time);
    assertEquals(0, outcome.status(), outcome::toString);
    assertEquals(here, outcome.stderr().contains("was all here already"), outcome::toString);
    assertEquals(here ? there : "0123456789", Files.readString(temp.resolve("a")));
  }

  @ParameterizedTest(name = "{0}: here already {1}")
  @CsvSource({"0123456789, true", "abcdefghij, false"})
  void aDigestThatIsWantedIsLookedAtAsWell(String there, boolean here) throws Exception {
    var outcome = again(there, "2026-11-19T10:00:00Z", "--sha256", TEN);
    assertEquals(0, outcome.status(), outcome::toString);
    assertEquals(here, outcome.stderr().contains("was all here already"), outcome::toString);
    assertEquals("0123456789", Files.readString(temp.resolve("a")));
  }

  @Test
  void aMissingFolderIsNamed() throws Exception {
    Path folder = temp.resolve("missing");
    try (var server = new Transcript(WHOLE)) {
      String url = "http://" + server.endpoint() + "/";
      var outcome = Lines.of("-o", folder + "/a", url).on(Lines.piped("get"));
      assertEquals(1, outcome.status());
      assertEquals(
          List.of("tinwire get: " + url + ": " + folder + ": no such file or folder"),
          outcome.errors());
    }
  }

  @Test
  void aListThatIsNoTextIsAWrongAddress() throws Exception {
    Path list = temp.resolve("list");
    Files.write(list, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    var outcome = Lines.of("--input", list.toString()).on(Lines.piped("get"));
    assertEquals(2, outcome.status(), outcome::toString);
    assertTrue(outcome.errors().getFirst().contains("bad URL"), outcome::toString);
  }
}
