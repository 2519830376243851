package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.terminal.Screen;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A packet of which a host on the way says that it does not get there: which, and how it counts.
 */
final class UnreachableTest {
  @ParameterizedTest(name = "{0}, {1} octets of the packet come back: {2}")
  @CsvSource({
    "STAMP, 44, 12345",
    "STAMP, 4, 12345",
    "STAMP, 3, -1",
    "ECHO, 64, 12345",
    "ECHO, 12, 12345",
    "ECHO, 11, -1",
    "TEXT, 24, 12345",
    "TEXT, 11, 12345",
    "TEXT, 10, -1",
    "TEXT, 7, -1",
    "TEXT, 0, -1",
  })
  void ofWhichItIsSaidStandsInItsFirstOctets(Wire.Kind kind, int length, long number) {
    var wire = new Wire(kind, OptionalInt.empty(), null, new SplittableRandom(1));
    Probes probes = wire.probes();
    var packet = ByteBuffer.allocate(100);
    probes.prepare(packet, 12345);
    probes.stamp(packet, 12345, 1_767_225_600_000_000_000L);
    assertEquals(number, probes.quoted(packet, length));
  }

  @ParameterizedTest(name = "said by [{1}], several targets {0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false |          | port unreachable             | seq=5 port unreachable
          true  |          | port unreachable             | h:1: seq=5 port unreachable
          false | 10.0.0.1 | Destination Host Unreachable | From 10.0.0.1 seq=5 Destination Host Unreachable
          true  | fd00::1  | Time exceeded: Hop limit     | h:1: From fd00::1 seq=5 Time exceeded: Hop limit
          """)
  void asALine(boolean several, String from, String reason, String line) {
    var refused = new Event.Refused(4, 0, reason, from == null ? "" : from, false);
    assertEquals(line, new EventLine("h:1", several, Screen.PLAIN).of(refused));
  }

  @ParameterizedTest(name = "after its timeout {0}, said by [{1}]")
  @CsvSource({"false,,0", "false,10.0.0.1,1", "true,,0", "true,10.0.0.1,1"})
  void itIsLostOnce(boolean givenUp, String from, long unreachable) {
    var counts = new Counts();
    counts.transmitted = 1;
    if (givenUp) counts.add(new Event.Timeout(0, 1));
    counts.add(new Event.Refused(0, 2, "no", from == null ? "" : from, givenUp));
    assertEquals(1, counts.lost());
    assertEquals(1, counts.settled());
    assertEquals(0, counts.timeouts);
    assertEquals(1, counts.refused);
    assertEquals(unreachable, counts.unreachable);
  }
}
