package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Every count is exact when everything happens at once, over real sockets: in all wires, and on the
 * kernel's path, the portable one of two threads, and that of one thread. Nothing is answered
 * before all packets are sent.
 */
final class AllAtOnceTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final SplittableRandom random = new SplittableRandom(1);
  private final Map<Session, RudePeer> peers = new LinkedHashMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  private List<Wire> wires() {
    var key = new StampKey("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    var any = OptionalInt.empty();
    return List.of(
        new Wire(Wire.Kind.STAMP, any, null, random),
        new Wire(Wire.Kind.STAMP, any, key, random),
        new Wire(Wire.Kind.TEXT, any, null, random),
        new Wire(Wire.Kind.ECHO, any, null, random));
  }

  private static List<PingSocket.Opener> paths() {
    var paths = new ArrayList<PingSocket.Opener>();
    paths.add(ChannelSocket::open);
    paths.add(wish -> ChannelSocket.open(wish.withWatchful(true)));
    Openers.ofPlatform().kernel().ifPresent(paths::add);
    return paths;
  }

  /** Answers packet 0 when it was given up for certain, whatever clock it is measured by. */
  private final class Latecomer implements Report {
    @Override
    public void event(Session session, Event event) {
      if (!(event instanceof Event.Timeout) || event.number() != RudePeer.CUT) return;
      try {
        var peer = peers.get(session);
        if (peer != null) peer.late();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void add(Run run, Wire wire, PingSocket.Opener path) throws IOException {
    var peer = new RudePeer(wire);
    open.add(peer);
    var plan =
        new SessionPlan(
            new Schedule.Fixed(Duration.ofMillis(50)),
            RudePeer.PACKETS,
            TIMEOUT,
            Pacer.system(),
            new WallClock(),
            true);
    var target = new Target(Endpoint.of(peer.address()), peer.address());
    run.add(target, plan, wire.probes(), path.open(SocketWish.to(peer.address())));
    peers.put(run.sessions().getLast(), peer);
  }

  private static List<Long> counts(Counts of) {
    return List.of(of.received, of.duplicates, of.late, of.corrupted, of.reordered, of.strays);
  }

  @Test
  void everyCountIsExactWhenEverythingHappensAtOnce() throws Exception {
    var wishes = new Wishes(Thread.currentThread());
    var none = Optional.<Duration>empty();
    try (var run = new Run(List.of(new Latecomer()), none, none, wishes, false)) {
      for (var wire : wires()) {
        for (var path : paths()) add(run, wire, path);
      }
      run.go();
      for (var session : run.sessions()) {
        Statistics figures = session.statistics();
        String which = session.probes().name() + " " + session.target().label();
        assertEquals(RudePeer.PACKETS, figures.counts().transmitted, which);
        assertEquals(RudePeer.COUNTS, counts(figures.counts()), which);
        assertEquals(6, figures.rtt().count(), which);
        assertEquals(6, figures.distribution().count(), which);
      }
    } finally {
      for (var one : open) one.close();
    }
  }
}
