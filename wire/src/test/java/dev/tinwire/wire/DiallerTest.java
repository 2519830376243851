package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dialling over the real loopback; only names are made up. */
@Timeout(20)
class DiallerTest {
  private static final InetAddress FOUR = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress SIX = InetAddress.ofLiteral("::1");

  private static final Resolver RESOLVER =
      host ->
          switch (host) {
            case "both.example" -> List.of(FOUR, SIX);
            case "four.example" -> List.of(FOUR);
            default -> throw new UnknownHostException(host);
          };

  private ServerSocket listener;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket();
    listener.bind(new InetSocketAddress(FOUR, 0));
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
  }

  private static Deadline later() {
    return Deadline.in(Duration.ofMinutes(1));
  }

  private static Dialler dialler(DialOptions options) {
    return new Dialler(options, RESOLVER);
  }

  private Endpoint at(String host) {
    return new Endpoint(host, listener.getLocalPort());
  }

  private DialFailed refused(DialOptions options, Endpoint to) {
    return assertThrows(DialFailed.class, () -> dialler(options).dial(to, later()));
  }

  @Test
  void connectsAndSaysHowItWent() throws Exception {
    Dialled dialled = dialler(DialOptions.defaults()).dial(at("four.example"), later());
    try (var connection = dialled.connection()) {
      assertEquals(at("four.example"), connection.peer());
      assertEquals(listener.getLocalPort(), connection.raw().getPort());
      assertNotNull(connection.raw().getChannel());
      assertEquals("[" + at("127.0.0.1") + " connected]", dialled.attempts().toString());
      assertFalse(dialled.lookup().isNegative());
      assertTrue(dialled.connect().isPositive());
    }
  }

  @Test
  void aBrokenFamilyDoesNotMatter() throws Exception {
    Dialled dialled = dialler(DialOptions.defaults()).dial(at("both.example"), later());
    try (var connection = dialled.connection()) {
      assertEquals(FOUR, connection.raw().getInetAddress());
      assertEquals(SIX, dialled.attempts().getFirst().address().getAddress());
      assertEquals(2, dialled.attempts().size());
    }
  }

  @Test
  void everyAddressIsNamedWhenNoneConnects() throws IOException {
    listener.close();
    var e = refused(DialOptions.defaults(), at("both.example"));
    int port = listener.getLocalPort();
    assertEquals(
        "could not connect to both.example:%d: [::1]:%d refused, 127.0.0.1:%d refused"
            .formatted(port, port, port),
        String.valueOf(e.getMessage()).replace("network unreachable", "refused"));
  }

  @Test
  void anAddressIsNotNamedTwice() throws IOException {
    listener.close();
    var e = refused(DialOptions.defaults(), at("127.0.0.1"));
    assertEquals(
        "could not connect to 127.0.0.1:" + listener.getLocalPort() + ": refused", e.getMessage());
  }

  @Test
  void aBlackHoleEndsAtTheDeadline() throws IOException {
    try (var hole = Backlog.full()) {
      var to = new Endpoint("four.example", hole.port());
      Deadline soon = Deadline.in(Duration.ofMillis(100));
      var e = assertThrows(DialFailed.class, () -> dialler(DialOptions.defaults()).dial(to, soon));
      assertEquals(DialFailed.Kind.TIMED_OUT, e.kind());
      assertEquals(
          "could not connect to four.example:%d within 100ms: 127.0.0.1:%d no answer"
              .formatted(hole.port(), hole.port()),
          e.getMessage());
    }
  }

  @Test
  void anUnknownHostIsSaidToBeUnknown() {
    var e = refused(DialOptions.defaults(), at("none.example"));
    assertEquals(DialFailed.Kind.UNKNOWN_HOST, e.kind());
    assertEquals(
        "unknown host none.example: check the spelling, and whether this computer reaches its name"
            + " server",
        e.getMessage());
  }

  @Test
  void aLookupThatTakesTooLongIsLeftBehind() {
    var never = new CountDownLatch(1);
    Resolver stuck =
        host -> {
          try {
            never.await();
            return List.of();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    var dialler = new Dialler(DialOptions.defaults(), stuck);
    var e =
        assertThrows(
            DialFailed.class,
            () -> dialler.dial(at("slow.example"), Deadline.in(Duration.ofMillis(30))));
    assertEquals(DialFailed.Kind.TIMED_OUT, e.kind());
    assertEquals("no answer from the name server about slow.example within 30ms", e.getMessage());
    never.countDown();
  }

  @Test
  void aFamilyTheHostDoesNotHaveIsSaid() {
    var e = refused(DialOptions.defaults().withFamily(Family.IPV6), at("four.example"));
    assertEquals("four.example has no IPv6 address, only 127.0.0.1", e.getMessage());
  }

  @Test
  void theAddressToComeFromIsUsedAndChoosesTheFamily() throws Exception {
    InetAddress from = InetAddress.ofLiteral("127.0.0.9");
    Dialled dialled =
        dialler(DialOptions.defaults().withBind(from)).dial(at("both.example"), later());
    try (var _ = dialled.connection();
        var accepted = listener.accept()) {
      assertEquals(from, accepted.getInetAddress());
      assertEquals(1, dialled.attempts().size());
    }
  }

  @Test
  void anAddressToComeFromMustBeOfTheFamily() {
    var six = DialOptions.defaults().withFamily(Family.IPV6);
    assertThrows(IllegalArgumentException.class, () -> six.withBind(FOUR));
  }

  @Test
  void anOverrideTakesThePlaceOfTheLookup() throws Exception {
    var overrides =
        Overrides.parse(List.of("none.example:" + listener.getLocalPort() + ":127.0.0.1"));
    Dialled dialled =
        dialler(DialOptions.defaults().withOverrides(overrides)).dial(at("none.example"), later());
    dialled.connection().close();
    assertEquals("none.example", dialled.connection().peer().host());
  }

  @Test
  void anInterruptedDialLeavesNothingBehind() throws Exception {
    try (var hole = Backlog.full()) {
      var to = new Endpoint("127.0.0.1", hole.port());
      var dial =
          new FutureTask<>(() ->
              assertThrows(
                  InterruptedException.class,
                  () -> dialler(DialOptions.defaults()).dial(to, later())));
      Thread thread = Thread.ofVirtual().start(dial);
      while (thread.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
      thread.interrupt();
      dial.get();
    }
  }
}
