package dev.tinwire.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One race to the addresses of a host (RFC 8305 §5): attempts start one after the other, run beside
 * each other, and the first that connects wins. However the race ends, no other attempt is left
 * running and no other socket open.
 *
 * <p>Attempts have threads of the platform. A virtual one that waits for a socket starts a poller,
 * which never ends, and for a thread that waits in the kernel the JVM puts its own end off by 300
 * ms: three times what a short command takes.
 */
final class Race {
  private sealed interface End {}

  private record Connected(int lane, Socket socket) implements End {}

  private record Failed(int lane, IOException why) implements End {}

  /** The socket that won, and what came of all attempts that were started. */
  record Result(Socket socket, List<Attempt> attempts) {}

  private final String to;
  private final List<InetSocketAddress> addresses;
  private final Connector connector;
  private final Duration delay;
  private final LongSupplier nanoTime;
  private final Deadline deadline;

  private final LinkedBlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private final List<Thread> lanes = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private int running;
  private boolean lastFailed;
  private long lastStart;
  private boolean over; // guarded by ends

  Race(
      String to,
      List<InetSocketAddress> addresses,
      Connector connector,
      Duration delay,
      LongSupplier nanoTime,
      Deadline deadline) {
    this.to = to;
    this.addresses = addresses;
    this.connector = connector;
    this.delay = delay;
    this.nanoTime = nanoTime;
    this.deadline = deadline;
  }

  Result run() throws DialFailed, InterruptedException {
    try {
      while (true) {
        Duration sinceLast = Duration.ofNanos(nanoTime.getAsLong() - lastStart);
        int untried = addresses.size() - lanes.size();
        @Nullable Socket winner =
            make(Stagger.next(untried, running, lastFailed, sinceLast, delay));
        if (winner != null) return new Result(winner, soFar(Attempt.OVERTAKEN));
      }
    } finally {
      stopAll();
    }
  }

  /** No pattern switches here, where every start passes: linking the first one costs 10 ms. */
  private @Nullable Socket make(Stagger move) throws DialFailed, InterruptedException {
    if (move instanceof Stagger.GiveUp) throw DialFailed.unreachable(to, attempts);
    if (move instanceof Stagger.Start) return start(addresses.get(lanes.size()));
    return await(move instanceof Stagger.Wait(Duration atMost) ? atMost : deadline.remaining());
  }

  private @Nullable Socket start(InetSocketAddress address) {
    int lane = lanes.size();
    attempts.add(new Attempt(address, "")); // said when it ends
    lastStart = nanoTime.getAsLong();
    lastFailed = false;
    running++;
    var dial = Thread.ofPlatform().daemon().name("dial " + address);
    lanes.add(dial.start(() -> attempt(lane, address)));
    return null;
  }

  private void attempt(int lane, InetSocketAddress address) {
    End end;
    try {
      end = new Connected(lane, connector.connect(address, deadline));
    } catch (IOException e) {
      end = new Failed(lane, e);
    }
    synchronized (ends) {
      if (!over) {
        ends.add(end);
        return;
      }
    }
    discard(end);
  }

  private @Nullable Socket await(Duration atMost) throws DialFailed, InterruptedException {
    long nanos = Deadline.nanos(deadline.orSooner(atMost).remaining());
    End end = ends.poll(nanos, TimeUnit.NANOSECONDS);
    if (end instanceof Connected(int lane, Socket socket)) {
      say(lane, Attempt.CONNECTED);
      return socket;
    }
    if (end instanceof Failed(int lane, IOException why)) {
      attempts.set(lane, Attempt.failed(addresses.get(lane), why));
      running--;
      lastFailed = true;
    } else if (deadline.passed()) {
      throw DialFailed.timedOut(to, deadline, soFar(Attempt.NO_ANSWER));
    }
    return null;
  }

  private void say(int lane, String outcome) {
    attempts.set(lane, new Attempt(addresses.get(lane), outcome));
  }

  /** All attempts; the ones that have not ended get this outcome. */
  private List<Attempt> soFar(String unended) {
    for (int lane = 0; lane < attempts.size(); lane++) {
      if (attempts.get(lane).outcome().isEmpty()) say(lane, unended);
    }
    return List.copyOf(attempts);
  }

  private void stopAll() {
    synchronized (ends) {
      over = true; // from here on, who arrives closes its socket itself
    }
    lanes.forEach(Thread::interrupt);
    ends.forEach(Race::discard);
  }

  private static void discard(End end) {
    if (!(end instanceof Connected(_, Socket socket))) return;
    try {
      socket.close();
    } catch (IOException _) {
      // It was not wanted.
    }
  }
}
