package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every count and every round trip is exact, whatever the network does, in all wires; and packets
 * leave when they are to leave. Times are virtual: ten packets, 1 s apart, timeout 1 s.
 */
final class ImpairedTest {
  private static final long MS = 1_000_000;

  /** One thing after another that the network does to packet number so-and-so. */
  record Case(String name, String fates, String counts) {}

  /**
   * Fates, for each packet one word; letters in it follow each other. A number: an intact reply
   * after so many ms. {@code x}: lost. {@code c}: a reply with one octet changed; {@code t}: one
   * that is cut; {@code l}: one that is longer; {@code e}: an empty one; {@code f}: one with our
   * number and another's octets; {@code p}: the reply to packet 0 again; {@code r}: refused.
   *
   * <p>Counts: received, duplicates, late, corrupted, reordered, strays.
   */
  private static final List<Case> CASES =
      List.of(
          new Case("nothing", "1 2 3 4 5 6 7 8 9 10", "10 0 0 0 0 0"),
          new Case("all lost", "x x x x x x x x x x", "0 0 0 0 0 0"),
          new Case("some lost", "1 x 1 x 1 1 1 x 1 1", "7 0 0 0 0 0"),
          new Case("the last lost", "1 1 1 1 1 1 1 1 1 x", "9 0 0 0 0 0"),
          new Case("delayed", "900 999 1000 900 1 1 1 1 1 1", "10 0 0 0 0 0"),
          new Case("late", "1 1500 1 1001 1 1 3000 1 1 1", "7 0 3 0 0 0"),
          new Case("late twice", "1 1500+1600 1 1 1 1 1 1 1 1", "9 0 1 0 0 1"),
          new Case("duplicated", "1+2 1 1 1+1+1 1 1 1 1 1 1+2", "10 4 0 0 0 0"),
          new Case("duplicated too late", "1+1500 1 1 1 1 1 1 1 1 1", "10 0 0 0 0 1"),
          new Case("corrupted", "c 1 c+2 1 1 1 1 1 1 1", "9 0 0 2 0 0"),
          new Case("cut", "t 1 t 1 1 1 1 1 1 1", "8 0 0 2 0 0"),
          new Case("longer", "l 1 1 l+1 1 1 1 1 1 1", "9 0 0 2 0 0"),
          new Case("empty", "e+1 1 1 1 1 1 1 1 1 e", "9 0 0 2 0 0"),
          new Case("forged", "f+3 1 1 f 1 1 1 1 1 1", "9 0 0 2 0 0"),
          new Case("replayed", "1 1+p 1+p 1 1 1 1 1 1 1", "10 0 0 0 0 2"),
          new Case("refused", "r r r 1 1 1 1 1 1 1", "7 0 0 0 0 0"),
          new Case("all at once", "1+2 c+3 x 1500 t+f 1+1+p 999 e+l r 5+1200", "5 2 1 5 0 2"));

  static Stream<Arguments> everyCaseInEveryWire() {
    var random = new SplittableRandom(1);
    var key = new StampKey("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    return Stream.of(
            new Wire(Wire.Kind.STAMP, OptionalInt.empty(), null, random),
            new Wire(Wire.Kind.STAMP, OptionalInt.of(200), null, random),
            new Wire(Wire.Kind.STAMP, OptionalInt.empty(), key, random),
            new Wire(Wire.Kind.TEXT, OptionalInt.empty(), null, random),
            new Wire(Wire.Kind.ECHO, OptionalInt.empty(), null, random))
        .flatMap(wire -> CASES.stream().map(it -> Arguments.of(it, wire)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("everyCaseInEveryWire")
  void everyCountIsExact(Case it, Wire wire) {
    String[] fates = it.fates().split(" ", -1);
    var first = new ArrayList<byte[]>();
    var network =
        new VirtualNetwork((sent, net) -> {
          byte[] reply = HonestPeer.reply(wire, sent.number(), sent.octets());
          if (first.isEmpty()) first.add(reply);
          for (String word : fates[(int) sent.number()].split("\\+", -1)) {
            meet(word, reply, first.getFirst(), net);
          }
        });
    var schedule = new Schedule.Fixed(Duration.ofSeconds(1));
    var run = new VirtualRun(network, wire.probes(), schedule, 10, Duration.ofSeconds(1));

    assertEquals(
        IntStream.range(0, 10).mapToObj(Duration::ofSeconds).toList(), run.times(), "the schedule");
    Counts counts = run.statistics().counts();
    assertEquals(10, counts.transmitted);
    assertEquals(
        it.counts(),
        String.join(
            " ",
            Stream.of(
                    counts.received,
                    counts.duplicates,
                    counts.late,
                    counts.corrupted,
                    counts.reordered,
                    counts.strays)
                .map(Object::toString)
                .toList()));
    assertEquals(roundTrips(fates), received(run));
  }

  private static void meet(String word, byte[] reply, byte[] first, VirtualNetwork net) {
    switch (word) {
      case "x" -> {}
      case "c" -> {
        byte[] changed = reply.clone();
        changed[changed.length - 1] ^= 1;
        net.arrive(changed, MS / 2);
      }
      case "t" -> net.arrive(Arrays.copyOf(reply, reply.length - 1), MS / 2);
      case "l" -> net.arrive(Arrays.copyOf(reply, reply.length + 1), MS / 2);
      case "e" -> net.arrive(new byte[0], MS / 2);
      case "f" -> {
        byte[] forged = new byte[reply.length];
        Arrays.fill(forged, (byte) 7);
        net.arrive(forged, MS / 2);
      }
      case "p" -> net.arrive(first, 700 * MS);
      case "r" -> net.refuse(MS / 2);
      default -> net.arrive(reply, Long.parseLong(word) * MS);
    }
  }

  /** The first intact reply of each packet that is in time: number and ms. */
  private static List<String> roundTrips(String[] fates) {
    var all = new ArrayList<String>();
    for (int i = 0; i < fates.length; i++) {
      int number = i;
      Arrays.stream(fates[i].split("\\+", -1))
          .filter(word -> word.matches("[0-9]+"))
          .mapToInt(Integer::parseInt)
          .filter(ms -> ms <= 1000)
          .min()
          .ifPresent(ms -> all.add(number + ": " + ms * MS));
    }
    return all;
  }

  private static List<String> received(VirtualRun run) {
    return run.events().stream()
        .filter(Event.Answered.class::isInstance)
        .map(Event.Answered.class::cast)
        .map(it -> it.number() + ": " + it.rttNanos())
        .sorted()
        .toList();
  }

  @Test
  void packetsThatOvertakeEachOther() {
    var network =
        new VirtualNetwork(
            (sent, net) -> net.arrive(sent.octets(), 95 * MS - 19 * MS * (sent.number() % 5)));
    var wire = new Wire(Wire.Kind.ECHO, OptionalInt.empty(), null, new SplittableRandom(1));
    var schedule = new Schedule.Fixed(Duration.ofMillis(10));
    var run = new VirtualRun(network, wire.probes(), schedule, 10, Duration.ofSeconds(1));
    assertEquals(10, run.statistics().counts().received);
    assertEquals(8, run.statistics().counts().reordered);
  }
}
