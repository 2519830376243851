package dev.tinwire.wire;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Races against attempts that do what the test says, when it says. */
@Timeout(20)
class RaceTest {
  private static final Deadline LATER = Deadline.in(Duration.ofMinutes(1));
  private static final Duration AT_ONCE = Duration.ZERO;

  private final Set<String> interrupted = ConcurrentHashMap.newKeySet();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch abandoned = new CountDownLatch(1);

  private interface Script {
    Socket play() throws IOException;
  }

  private Race race(Map<String, Script> scripts, Duration delay, Deadline deadline, String... to) {
    List<InetSocketAddress> addresses =
        Arrays.stream(to).map(a -> new InetSocketAddress(InetAddress.ofLiteral(a), 81)).toList();
    Connector connector =
        (address, _) -> requireNonNull(scripts.get(address.getAddress().getHostAddress())).play();
    return new Race("x.example:81", addresses, connector, delay, System::nanoTime, deadline);
  }

  private static Socket refuse() throws IOException {
    throw new ConnectException("Connection refused");
  }

  /** Answers to nothing, until it is interrupted. */
  private Socket hang(String name) throws IOException {
    started.countDown();
    try {
      new CountDownLatch(1).await();
      throw new AssertionError();
    } catch (InterruptedException e) {
      interrupted.add(name);
      abandoned.countDown();
      Thread.currentThread().interrupt(); // as a channel leaves it
      throw new IOException(e);
    }
  }

  @Test
  void theFirstToConnectWinsAndTheOthersAreStopped() throws Exception {
    var winner = new Socket();
    Race race =
        race(
            Map.of("1.1.1.1", () -> hang("1.1.1.1"), "2.2.2.2", () -> winner),
            AT_ONCE,
            LATER,
            "1.1.1.1",
            "2.2.2.2");
    Race.Result result = race.run();
    assertSame(winner, result.socket());
    assertEquals("[1.1.1.1:81 overtaken, 2.2.2.2:81 connected]", result.attempts().toString());
    abandoned.await();
    assertEquals(Set.of("1.1.1.1"), interrupted);
  }

  @Test
  void aFailureStartsTheNextAtOnce() throws Exception {
    var winner = new Socket();
    Race race =
        race(
            Map.of("1.1.1.1", RaceTest::refuse, "2.2.2.2", () -> winner),
            Duration.ofHours(1),
            LATER,
            "1.1.1.1",
            "2.2.2.2");
    assertEquals("[1.1.1.1:81 refused, 2.2.2.2:81 connected]", race.run().attempts().toString());
  }

  @Test
  void whenAllFailTheErrorNamesEachAndWhy() {
    Race race =
        race(
            Map.of(
                "1.1.1.1",
                RaceTest::refuse,
                "2.2.2.2",
                () -> {
                  throw new IOException("odd \u001b[31m");
                }),
            AT_ONCE,
            LATER,
            "1.1.1.1",
            "2.2.2.2");
    var e = assertThrows(DialFailed.class, race::run);
    assertEquals(
        "could not connect to x.example:81: 1.1.1.1:81 refused, 2.2.2.2:81 odd \\x1b[31m",
        e.getMessage());
    assertEquals(DialFailed.Kind.UNREACHABLE, e.kind());
  }

  @Test
  void whenTimeRunsOutTheErrorSaysWhoDidNotAnswer() throws Exception {
    var clock = new AtomicLong();
    Duration allowed = Duration.ofMillis(10);
    Script slow =
        () -> {
          clock.addAndGet(allowed.toNanos());
          return hang("2.2.2.2");
        };
    Race race =
        race(
            Map.of("1.1.1.1", RaceTest::refuse, "2.2.2.2", slow),
            Duration.ofHours(1),
            Deadline.in(allowed, clock::get),
            "1.1.1.1",
            "2.2.2.2",
            "3.3.3.3");
    var e = assertThrows(DialFailed.class, race::run);
    assertEquals(DialFailed.Kind.TIMED_OUT, e.kind());
    assertEquals(
        "could not connect to x.example:81 within 10ms: 1.1.1.1:81 refused, 2.2.2.2:81 no answer",
        e.getMessage());
    abandoned.await();
  }

  @Test
  void aSocketThatConnectsTooLateIsClosed() throws Exception {
    var late = new Socket();
    var closed = new CountDownLatch(1);
    var tooLate =
        new Socket() {
          @Override
          public void close() {
            closed.countDown();
          }
        };
    Script slow =
        () -> {
          try {
            return hang("slow");
          } catch (IOException _) {
            return tooLate; // was so far that the interrupt could not stop it
          }
        };
    race(Map.of("1.1.1.1", slow, "2.2.2.2", () -> late), AT_ONCE, LATER, "1.1.1.1", "2.2.2.2")
        .run();
    closed.await();
  }

  @Test
  void anInterruptEndsTheRaceAndAllAttempts() throws Exception {
    var clock = new AtomicLong();
    Race race =
        race(
            Map.of("1.1.1.1", () -> hang("1.1.1.1")),
            AT_ONCE,
            Deadline.in(Duration.ofHours(1), clock::get),
            "1.1.1.1");
    var outcome = new FutureTask<>(() -> assertThrows(InterruptedException.class, race::run));
    Thread dialling = Thread.ofVirtual().start(outcome);
    started.await();
    dialling.interrupt();
    outcome.get();
    abandoned.await();
    assertEquals(Set.of("1.1.1.1"), interrupted);
  }
}
