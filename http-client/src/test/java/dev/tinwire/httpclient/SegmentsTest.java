package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads over several connections that break off, and are gone on with. */
final class SegmentsTest {
  private static final int LENGTH = 8 << 20;

  @TempDir Path temp;
  private Path file;
  private Path note;

  @BeforeEach
  void names() {
    file = temp.resolve("file");
    note = temp.resolve("file.part.json");
  }

  private Outcome get(RangeOrigin origin, String... more) throws InterruptedException {
    var words = new ArrayList<>(List.of("-o", file.toString(), origin.url()));
    words.addAll(List.of(more));
    return Lines.of(words.toArray(String[]::new)).on(Lines.piped("get"));
  }

  /** The pieces behind the middle end in their middles. */
  private void brokenOff(RangeOrigin origin) throws Exception {
    origin.breakFrom(LENGTH / 2);
    var outcome = get(origin, "--segments", "4");
    assertEquals(1, outcome.status(), outcome::toString);
    assertTrue(outcome.stderr().contains("--continue goes on"), outcome::toString);
    assertFalse(Files.exists(file));
    assertTrue(Files.readString(note).contains("\"missing\":[["), Files.readString(note));
    origin.breakFrom(Long.MAX_VALUE);
    origin.sent();
  }

  private long missing() throws IOException {
    var gaps = PartNote.read(PartFile.partOf(file)).orElseThrow().gaps();
    return new Gaps(gaps).bytes();
  }

  @ParameterizedTest(name = "over {0}")
  @ValueSource(strings = {"1", "2", "4", "16"})
  void onlyWhatIsMissingComes(String connections) throws Exception {
    try (var origin = new RangeOrigin(LENGTH, "\"v1\"")) {
      brokenOff(origin);
      long missing = missing();
      assertTrue(missing >= LENGTH / 8 && missing < LENGTH, () -> missing + " bytes are missing");
      var outcome = get(origin, "-C", "--segments", connections);
      assertEquals(0, outcome.status(), outcome::toString);
      assertEquals(missing, origin.sent());
      assertArrayEquals(origin.content(), Files.readAllBytes(file));
      assertFalse(Files.exists(note));
      assertFalse(Files.exists(PartFile.partOf(file)));
    }
  }

  @Test
  void aRetryGoesOnByItself() throws Exception {
    try (var origin = new RangeOrigin(LENGTH, "\"v1\"")) {
      origin.breakFrom(LENGTH * 3L / 4); // that piece breaks, and its rest as well: again and again
      var outcome = get(origin, "--segments", "4", "--retry", "1");
      assertEquals(1, outcome.status(), outcome::toString);
      var last = PartNote.read(PartFile.partOf(file)).orElseThrow().gaps().getLast();
      assertEquals(new Gaps.Gap(LENGTH / 16 * 15, LENGTH), last, "the second try went on");
    }
  }

  @Test
  void anotherVersionComesFromTheStart() throws Exception {
    try (var origin = new RangeOrigin(LENGTH, "\"v1\"")) {
      brokenOff(origin);
      origin.change("\"v2\"");
      var outcome = get(origin, "-C");
      assertEquals(0, outcome.status(), outcome::toString);
      assertTrue(outcome.stderr().contains("changed on the server"), outcome::toString);
      assertArrayEquals(origin.content(), Files.readAllBytes(file));
    }
  }

  @Test
  void aPartThatGotShorterComesFromTheStart() throws Exception {
    try (var origin = new RangeOrigin(LENGTH, "\"v1\"")) {
      brokenOff(origin);
      Files.write(PartFile.partOf(file), new byte[10]);
      assertEquals(0, get(origin, "-C").status());
      assertArrayEquals(origin.content(), Files.readAllBytes(file));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [[0,5],[7,10]]        | true
          [[0,10]]              | true
          [[7,10],[0,5]]        | false
          [[0,5],[4,10]]        | false
          [[0,11]]              | false
          [[5,5]]               | false
          [[-1,5]]              | false
          [[1]]                 | false
          [[]]                  | false
          [1,2]                 | false
          [[1,9223372036854775808]] | false
          "x"                   | false
          """)
  void aNoteIsBelievedIfItFits(String missing, boolean believed) throws Exception {
    Path part = PartFile.partOf(file);
    Files.writeString(part, "0123456789");
    Files.writeString(
        note,
        "{\"url_sha256\":\"x\",\"validator\":\"\\\"v\\\"\",\"length\":10,\"missing\":"
            + missing
            + "}");
    assertEquals(believed, PartNote.read(part).isPresent());
  }

  @ParameterizedTest(name = "{0}-{1} and {2}-{3} are missing of 10: {4} bytes at least")
  @CsvSource({"2,4,9,10,9", "2,4,4,10,2", "0,5,5,10,0", "0,2,3,4,10", "2,4,8,10,8"})
  void aPartIsAsLongAsWhatCameIntoIt(long a, long b, long c, long d, long least) {
    var gaps = List.of(new Gaps.Gap(a, b), new Gaps.Gap(c, d));
    assertEquals(least, new PartNote("x", "\"v\"", OptionalLong.of(10), gaps).least());
  }

  @Test
  void aNoteIsReadAsItWasWritten() throws Exception {
    Path part = PartFile.partOf(file);
    Files.writeString(part, "0123456789");
    var gaps = List.of(new Gaps.Gap(2, 4), new Gaps.Gap(9, 10));
    var written = new PartNote("x", "\"v\"", OptionalLong.of(10), gaps);
    PartNote.write(part, written);
    assertEquals(written, PartNote.read(part).orElseThrow());
    try (var files = Files.list(temp)) {
      assertEquals(2, files.count(), "nothing else stays");
    }
  }
}
