package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deadline is for clients: where we are late ourselves, what has come is answered. */
@Timeout(60)
class WhoIsLateTest {
  private static final String HEAD = "POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
  private static final String WHOLE = HEAD + "Content-Length: 4\r\n\r\nabcd";
  private static final Duration FAR = Duration.ofHours(1);

  private final Sessions sessions = new Sessions(1);
  private ServerSocketChannel listener;
  private Freight freight;
  private Socket client;
  private Guest guest;

  @BeforeEach
  void connect() throws IOException {
    freight = Freight.ready();
    listener = ServerSocketChannel.open().bind(new InetSocketAddress(Loopback.V4, 0));
    var at = (InetSocketAddress) listener.getLocalAddress();
    client = new Socket(at.getAddress(), at.getPort());
    guest = new Guest(listener.accept(), at);
  }

  private Service service(ServerLimits limits) {
    var clock = InstantSource.system();
    var observer = ServerObserver.SILENT;
    return new Service(
        LocalServer.ECHO, limits, observer, new Counters(), clock, new DateLine(), () -> false);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    listener.close();
    freight.close();
  }

  private void say(String some) throws IOException {
    client.getOutputStream().write(some.getBytes(StandardCharsets.US_ASCII));
  }

  /** A session that waits for what is missing. */
  private void waiting(Patience.Phase forWhat, ServerLimits limits) throws IOException {
    var _ = waiting(forWhat, service(limits));
  }

  private Session waiting(Patience.Phase forWhat, Service service) throws IOException {
    assertTrue(sessions.reserve());
    var reception = new Reception(service, Optional.empty(), new Handshakes(1), freight);
    var session = new Session(reception, guest);
    sessions.start(session, new Nowhere());
    while (session.patience().current().phase() != forWhat) Thread.onSpinWait();
    return session;
  }

  private final class Nowhere implements WaitingRoom {
    @Override
    public void back(Guest guest) {
      guest.close();
      sessions.release();
    }

    @Override
    public void left() {}
  }

  private void sweep() {
    sessions.sweep(System.nanoTime() + FAR.toNanos());
  }

  @ParameterizedTest(name = "{0} after {1} bytes")
  @CsvSource({"HEAD, 1", "HEAD, 20", "TRANSFER, 68"})
  void whatHasComeIsAnsweredThoughNobodyHadAProcessorToReadIt(Patience.Phase phase, int first)
      throws Exception {
    say(WHOLE.substring(0, first));
    waiting(phase, ServerLimits.DEFAULT);
    try (var _ = new AllCarriers()) {
      say(WHOLE.substring(first));
      for (int i = 0; i < 10; i++) sweep();
    }
    String said = LocalServer.rest(client);
    assertTrue(said.startsWith("HTTP/1.1 200 "), said);
    assertTrue(said.endsWith("\nPOST / abcd\n"), said);
  }

  @ParameterizedTest(name = "{0} after {1} bytes")
  @CsvSource({"HEAD, 20, HTTP/1.1 408 Request Timeout", "TRANSFER, 68, reset"})
  void whoSaysNothingMoreIsGivenUpAllTheSame(Patience.Phase phase, int first, String end)
      throws Exception {
    say(WHOLE.substring(0, first));
    waiting(phase, ServerLimits.DEFAULT.withHead(Duration.ofNanos(1)));
    while (sessions.count() > 0 && !Thread.interrupted()) sweep();
    String said;
    try {
      said = LocalServer.rest(client);
    } catch (SocketException _) {
      said = "reset";
    }
    assertEquals(end, said.lines().findFirst().orElse(""));
  }

  @Test
  void whatHasComeToALobbyIsLookedAtThoughItsTimeIsOver() throws Exception {
    say(WHOLE);
    while (guest.channel().socket().getInputStream().available() == 0) Thread.onSpinWait();
    guest.channel().configureBlocking(false);
    guest.patience().idle(Duration.ZERO);
    var desk = new FrontDesk(service(ServerLimits.DEFAULT), false);
    FrontDesk.Next next = Overdue.next(guest, desk);
    assertEquals(FrontDesk.Next.NEEDS_SESSION, next);
    assertEquals(WHOLE, new String(guest.unread(), StandardCharsets.US_ASCII));
    assertEquals(FrontDesk.Next.LEAVES, Overdue.next(guest, desk), "silent now");
  }

  @Test
  void whoWaitsForWhatSomebodyLooksForIsNotGivenUp() throws Exception {
    guest.channel().configureBlocking(false);
    guest.patience().idle(Duration.ZERO);
    byte[] asked = WHOLE.getBytes(StandardCharsets.US_ASCII);
    guest.keep(asked, 0, asked.length);
    assertEquals(
        FrontDesk.Next.EXPECTS,
        Overdue.next(guest, new FrontDesk(service(ServerLimits.DEFAULT), false)));
    assertFalse(guest.idle());
  }

  @Test
  void whatIsRefusedAndNeverComesIsNotWaitedForAsIfItWereWanted() throws Exception {
    Handler no = request -> Refusal.of(new Status(405), "no");
    say(WHOLE.replace("Connection: close\r\n", "").substring(0, 48));
    var _ = waiting(Patience.Phase.UNWANTED, service(ServerLimits.DEFAULT).with(no));
    long soon = System.nanoTime() + ServerLimits.LINGER.toNanos();
    while (sessions.count() > 0 && !Thread.interrupted()) sessions.sweep(soon);
    String said = LocalServer.rest(client); // its end is no reset
    assertTrue(said.startsWith("HTTP/1.1 405 "), said);
    assertTrue(said.endsWith("\nno\n"), said);
  }

  @Test
  void whoDripsIsGivenUpThoughEachLookFindsThatHeHasMoved() throws Exception {
    var limits = ServerLimits.DEFAULT.withPace(new Pace(Duration.ofNanos(1), 1_000_000_000));
    say("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");
    Session session = waiting(Patience.Phase.TRANSFER, service(limits));
    int drops = 0;
    try {
      while (sessions.count() > 0 && !Thread.interrupted() && ++drops < 1000) {
        Patience.Wait before = session.patience().current();
        say("x");
        while (sessions.count() > 0 && session.patience().current().equals(before)) {
          Thread.onSpinWait();
        }
        sessions.sweep(System.nanoTime());
      }
    } catch (SocketException _) {
      // Thrown out.
    }
    assertTrue(drops < 1000, "still there");
  }
}
