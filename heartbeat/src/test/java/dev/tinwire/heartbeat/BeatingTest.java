package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Family;
import dev.tinwire.wire.Resolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of a sender. */
final class BeatingTest {
  @TempDir Path temp;

  @ParameterizedTest(name = "started at {0}, every {1}: after {2} comes {3}")
  @CsvSource({
    "100, 10, 0, 100",
    "100, 10, 99, 100",
    "100, 10, 100, 110",
    "100, 10, 105, 110",
    "100, 10, 1234, 1240",
    "-100, 10, -95, -90"
  })
  void theScheduleIsAbsoluteAndCatchesNothingUp(long start, long period, long now, long next) {
    assertEquals(next, new Schedule(start, period).after(now));
  }

  @Test
  void thePacemakerLeavesOutWhatAStallMadeImpossible() {
    long[] clock = {0};
    var beats = new ArrayList<Long>();
    var pacemaker =
        new Pacemaker(
            () -> clock[0] += 3,
            () -> {
              beats.add(clock[0]);
              if (beats.size() == 3) clock[0] += 1000;
              return beats.size() < 5;
            });
    pacemaker.run(new Schedule(10, 10));
    assertEquals(List.of(12L, 21L, 30L, 1042L, 1051L), beats);
  }

  @Test
  void aRunsNumberGrowsAlsoWhenTheClockGoesBack() throws Exception {
    Path file = temp.resolve("deep/er/boot");
    assertEquals(5000, BootFile.next(file, 5000));
    assertEquals(5001, BootFile.next(file, 400));
    assertEquals(5002, BootFile.next(file, 5002));
    Files.writeString(file, "damaged.....");
    assertEquals(400, BootFile.next(file, 400));
    assertEquals(Path.of("/x/tinwire/beat-boot"), BootFile.usual(Map.of("XDG_STATE_HOME", "/x")));
  }

  @Test
  void namesAreLookedUpAgainAndKeepTheirAddressMeanwhile() throws Exception {
    var answers = new ArrayList<Optional<String>>();
    answers.add(Optional.empty());
    answers.add(Optional.of("192.0.2.1"));
    answers.add(Optional.empty());
    answers.add(Optional.of("192.0.2.2"));
    Resolver resolver =
        host ->
            List.of(
                InetAddress.ofLiteral(
                    answers.removeFirst().orElseThrow(() -> new UnknownHostException(host))));
    var notes = new ArrayList<String>();
    var monitors = List.of(new Endpoint("m.example", 7));
    var targets = new BeatTargets(monitors, Family.ANY, resolver, notes::add);
    assertTrue(!targets.lookUp());
    assertEquals(List.of(), targets.now());
    assertTrue(targets.lookUp());
    boolean again = targets.lookUp();
    assertTrue(again);
    assertEquals(List.of(new InetSocketAddress("192.0.2.1", 7)), targets.now());
    assertTrue(targets.lookUp());
    assertEquals(List.of(new InetSocketAddress("192.0.2.2", 7)), targets.now());
    assertEquals(
        List.of(
            "cannot find m.example:7 (m.example); trying again",
            "m.example:7 is at 192.0.2.1:7 now",
            "cannot find m.example:7 (m.example); going on with its last address",
            "m.example:7 is at 192.0.2.2:7 now"),
        notes);
  }

  @Test
  void onlyTenProbesASecondAreAnsweredAndNoStrangers() {
    long[] clock = {0};
    var key = Optional.of(new BeatKey(new byte[32], true));
    var writer = new BeatWriter(new BeatWriter.Voice(true, "a", 1, 200, Map.of()), key);
    var answers = new ProbeAnswers(key, writer, () -> clock[0]);
    String probe = new Probe(7, 1_763_625_600_000_000_000L).print(key, "a");
    assertEquals(Probe.LENGTH, probe.length());
    assertEquals(Optional.empty(), answers.answer(probe), "nothing was said yet");
    clock[0] += 1_000_000_000;
    writer.next(1_763_625_600_000L);
    assertTrue(answers.answer(probe).orElseThrow().contains(" re=7 mac="));
    assertEquals(Optional.empty(), answers.answer(probe.replace("? 7", "? 8")));
    assertEquals(Optional.empty(), answers.answer(new Probe(7, 1).print(key, "b")));
    int answered = 1;
    for (int i = 0; i < 100; i++) if (answers.answer(probe).isPresent()) answered++;
    assertEquals(10, answered);
    clock[0] += 1_000_000_000;
    assertTrue(answers.answer(probe).isPresent());
  }

  @Test
  void theLongestAnswerIsShorterThanAProbe() {
    var key = Optional.of(new BeatKey(new byte[32], true));
    var voice =
        new BeatWriter.Voice(true, "i".repeat(64), 0xffff_ffff_ffffL, Integer.MAX_VALUE, Map.of());
    var writer = new BeatWriter(voice, key);
    writer.next(9_223_372_035_999L, Status.WARN, Map.of("exit", "255"));
    int longer = 18 - 1; // a number may have 18 digits
    int length = writer.answer(0xffff_ffff_ffffL, key).orElseThrow().length() + longer;
    assertTrue(length <= Probe.LENGTH, () -> "it has " + length);
  }

  @ParameterizedTest
  @CsvSource({"db-1.example.org, db-1", "naïve host, na-ve-host", "'', unnamed", "a_b, a_b"})
  void aComputersNameBecomesAnId(String host, String id) {
    assertEquals(id, HostId.of(host));
  }

  @Test
  void theKernelsCounterIsReadFromItsTable() throws Exception {
    Path table = temp.resolve("udp");
    String row =
        "  1: 0100007F:32C8 00000000:0000 07 00000000:00000000 00:00000000 00000000 0 0 99 2 0"
            + " %d\n";
    String others =
        """
          2: 0100007F:32C9 00000000:0000 07 0:0 0:0 0 0 0 9 2 0 500
          x
          3: 0100007F:32C8 0100007F:1111 01 0:0 0:0 0 0 0 9 2 0 500
        """;
    Files.writeString(table, row.formatted(5) + others);
    var drops = new KernelDrops(13000, List.of(table, temp.resolve("none")));
    assertEquals(0, drops.more());
    Files.writeString(table, row.formatted(12) + others);
    assertEquals(7, drops.more());
    assertEquals(0, drops.more());
  }
}
