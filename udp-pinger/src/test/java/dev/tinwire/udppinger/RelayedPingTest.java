package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.DatagramRelay;
import dev.tinwire.testkit.Impairment;
import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs over real sockets, through a network that drops, doubles, damages and reorders. */
final class RelayedPingTest {
  private static final int PACKETS = 300;
  private static final long SEED = 42;
  private static final Impairment BAD =
      Impairment.none().withLoss(0.1).withDuplication(0.1).withReordering(0.1).withCorruption(0.05);

  /** By two threads, and by one that sends and receives. */
  @ParameterizedTest(name = "{0}, by one thread: {1}")
  @CsvSource({"STAMP,false", "STAMP,true", "TEXT,false", "TEXT,true", "ECHO,false", "ECHO,true"})
  void everyCountIsWhatTheNetworkDid(Wire.Kind kind, boolean alone) throws Exception {
    var wire = new Wire(kind, OptionalInt.of(64), null, new SplittableRandom(3));
    try (var peer = wire.ownPeer();
        var relay = new DatagramRelay(peer.address(), Impairment.none(), BAD, SEED)) {
      Statistics figures = ping(wire, relay, alone);
      Counts counts = figures.counts();
      assertEquals(PACKETS, relay.toClient().came(), "packets that reached the server");
      assertEquals(
          expected(kind),
          List.of(
              counts.transmitted,
              counts.received,
              counts.duplicates,
              counts.corrupted,
              counts.reordered,
              counts.late,
              counts.strays));
      assertEquals(counts.received, figures.distribution().count());
    }
  }

  private static Statistics ping(Wire wire, DatagramRelay relay, boolean alone) throws IOException {
    var wishes = new Wishes(Thread.currentThread());
    try (var run = new Run(List.of(), Optional.empty(), Optional.empty(), wishes, false)) {
      var plan =
          new SessionPlan(
              new Schedule.Fixed(Duration.ofMillis(1)),
              PACKETS,
              Duration.ofSeconds(2),
              Pacer.system(),
              new WallClock(),
              false);
      var target = new Target(Endpoint.of(relay.address()), relay.address());
      var socket = ChannelSocket.open(SocketWish.to(relay.address()).withWatchful(alone));
      run.add(target, plan, wire.probes(), socket);
      run.go();
      return run.sessions().getFirst().statistics();
    }
  }

  /** In the order in which the relay lets them through; the fates follow from the seed. */
  private static List<Long> expected(Wire.Kind kind) {
    var arrivals = new ArrayList<Integer>();
    var overtaken = new ArrayDeque<Integer>();
    for (int i = 0; i < PACKETS; i++) {
      var fate = BAD.fate(~SEED, i);
      if (fate.lost()) continue;
      if (fate.overtaken()) {
        overtaken.add(i);
      } else {
        arrivals.add(i);
        while (!overtaken.isEmpty()) arrivals.add(overtaken.remove());
      }
      if (fate.twice()) arrivals.add(i);
    }
    arrivals.addAll(overtaken);
    return count(kind, arrivals);
  }

  private static List<Long> count(Wire.Kind kind, List<Integer> arrivals) {
    var seen = new HashSet<Integer>();
    long duplicates = 0;
    long corrupted = 0;
    long reordered = 0;
    int highest = -1;
    for (int number : arrivals) {
      var fate = BAD.fate(~SEED, number);
      if (fate.corrupted() && noticed(kind, fate.bit())) {
        corrupted++;
      } else if (!seen.add(number)) {
        duplicates++;
      } else {
        if (number < highest) reordered++;
        highest = Math.max(highest, number);
      }
    }
    return List.of((long) PACKETS, (long) seen.size(), duplicates, corrupted, reordered, 0L, 0L);
  }

  /**
   * What a reflector alone knows (its count, its times, the TTL) cannot be checked without a key.
   * Its error estimate must have a multiplier, of which one bit is set.
   */
  private static boolean noticed(Wire.Kind kind, int bit) {
    if (kind != Wire.Kind.STAMP) return true;
    int octet = bit % (64 * 8) / 8;
    if (octet == 13 && bit % 8 == 0) return true;
    return (octet >= 14 && octet < 16) || (octet >= 24 && octet != 40);
  }
}
