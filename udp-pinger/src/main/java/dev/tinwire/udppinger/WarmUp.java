package dev.tinwire.udppinger;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.terminal.Screen;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs the whole way of a packet over a private pair on the loopback, so that the first real one
 * does not measure the compiler: cold, the first round trip takes several times as long as the
 * others, and the median is twice what it is warm. The target never sees a packet of this.
 */
record WarmUp(PingSocket.Opener opener, boolean watchful, Duration atMost) {
  /** More makes nothing faster. */
  static final int PACKETS = 10_000;

  private static final int STEADY = 15;

  private static final long A_MOMENT = 1_000_000L;
  private static final Duration TIMEOUT = Duration.ofMillis(100);

  /**
   * As many packets as fit into the time.
   *
   * @return how many those were
   */
  long run(Wire wire, int packets) throws IOException {
    try (var reflector = wire.ownPeer();
        var nowhere =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      var line = new EventLine("warm-up", false, Screen.PLAIN);
      var observer = observer(event -> nowhere.println(line.of(event)));
      var flood = new Schedule.Answered(0, TIMEOUT.toNanos());
      int last = Math.min(packets / 2, STEADY);
      long came = run(wire, reflector.address(), flood, packets - last, observer);
      // What is sent at its time goes another way: the sender's, who sleeps in between.
      var steady = new Schedule.Fixed(Duration.ofMillis(1));
      return came + run(wire, reflector.address(), steady, last, observer);
    }
  }

  private long run(
      Wire wire, InetSocketAddress peer, Schedule schedule, int packets, SessionObserver observer)
      throws IOException {
    var plan = new SessionPlan(schedule, packets, TIMEOUT, Pacer.system(), new WallClock(), false);
    var socket = opener.open(SocketWish.to(peer).withWatchful(watchful));
    var target = new Target(Endpoint.of(peer), peer);
    var keeper = Thread.currentThread();
    var session = new Session(target, plan, wire.probes(), socket, keeper, observer, false);
    try {
      return run(session);
    } finally {
      session.close();
    }
  }

  private static SessionObserver observer(Consumer<Event> events) {
    return new SessionObserver() {
      @Override
      public void sent(long number) {}

      @Override
      public void came(Catch caught) {}

      @Override
      public void event(Event event) {
        events.accept(event);
      }
    };
  }

  private long run(Session session) {
    long end = System.nanoTime() + atMost.toNanos();
    session.begin();
    do {
      LockSupport.parkNanos(A_MOMENT);
      session.work(System.nanoTime());
    } while (!session.sent() && System.nanoTime() - end < 0);
    return session.statistics().counts().received;
  }
}
