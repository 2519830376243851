package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded run in, deadlines out. */
final class ReplayTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void aNewSenderIsAllowedThreePeriodsBeyondTheNextBeat() throws Malformed {
    assertEquals(List.of("1 14.000", "2 15.000"), played("1,10,10\n2,11,11\n"));
  }

  @Test
  void lostDoubledAndOvertakenBeatsMoveNoDeadline() throws Malformed {
    String run =
        "number,send,arrive\n1,10,10.0\n2,11,\n3,12,12.0\n3,12,12.1\n2,11,12.2\n4,13,13.0\n";
    assertEquals(List.of("1 14.000", "3 16.000", "4 17.000"), played(run));
  }

  @Test
  void onceKnownACleanSenderIsAllowedAPeriodAndAQuarterBeyondTheNextBeat() throws Malformed {
    var run = new StringBuilder();
    for (int i = 1; i <= 61; i++) run.append(i + "," + i + "," + i + "\n");
    var all = played(run.toString());
    assertEquals("60 64.000", all.get(59));
    assertEquals("61 63.250", all.get(60));
  }

  @Test
  void theLongestSilenceIsAllowedAgainAndAQuarterMore() throws Malformed {
    var run = new StringBuilder();
    for (int i = 1; i <= 70; i++) run.append(i + ",," + i + "\n");
    run.append("71,,79\n72,,80\n");
    // 8 s beyond the period, rounded up to the next eighth of an octave, and a quarter more.
    long allowed = Math.round(1.25 * Level.nanos(Level.of(8 * SECOND)));
    String expected = String.format(Locale.ROOT, "72 %.3f", 81 + allowed / 1e9);
    assertEquals(expected, played(run.toString()).getLast());
  }

  @Test
  void thePeriodIsToldFromTheArrivals() throws Malformed {
    var all = new ArrayList<String>();
    var run = Trace.of("1,,0\n2,,5\n4,,15\n".lines());
    Replay.play(
        run, new FixedMultiple(3), 0, (number, deadline) -> all.add(number + " " + deadline));
    assertEquals(List.of("1 3.0", "2 20.0", "4 30.0"), all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2", "1,2,3,4", "x\n", "1,2,x", "1.5,2,3", "1,1,1e300", "1,,NaN"})
  void whatIsNoRunIsRefused(String text) {
    assertThrows(Malformed.class, () -> Trace.of(("1,1,1\n" + text).lines()));
  }

  private static List<String> played(String csv) throws Malformed {
    var all = new ArrayList<String>();
    Replay.play(
        Trace.of(csv.lines()),
        new LongestSilence(Tolerance.DEFAULT),
        SECOND,
        (number, deadline) -> all.add(String.format(Locale.ROOT, "%d %.3f", number, deadline)));
    return all;
  }
}
