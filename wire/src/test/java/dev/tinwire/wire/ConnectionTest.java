package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConnectionTest {
  private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1));

  private Pair pair;
  private Connection connection;

  @BeforeEach
  void connect() throws IOException {
    pair = Pair.open();
    connection = Connection.dialled(pair.near(), Endpoint.parse("mx.example:25", 0));
  }

  @AfterEach
  void disconnect() throws IOException {
    pair.close();
  }

  @Test
  void aDialogueIsReadAndWrittenWithinADeadline() throws IOException {
    pair.says("220 ready\r\n");
    String greeting =
        connection.within(
            SOON, "waiting for the greeting", () -> connection.reader().line("greeting", 100));
    assertEquals("220 ready", greeting);
    connection.writer().line("QUIT");
    connection.flush(SOON, "saying goodbye");
    connection.close();
    assertEquals("QUIT\r\n", pair.heard());
  }

  @Test
  void itSendsWithoutDelayAndKeepsTheChannelAtHand() throws IOException {
    assertTrue(connection.raw().getTcpNoDelay());
    assertNotNull(connection.raw().getChannel());
    assertEquals("mx.example:25", connection.peer().toString());
    assertTrue(connection.tls().isEmpty());
  }

  @Test
  void anAcceptedConnectionKnowsItsPeerByAddress() throws IOException {
    Connection accepted = Connection.accepted(pair.far());
    assertEquals("127.0.0.1:" + pair.near().getLocalPort(), accepted.peer().toString());
  }

  @Test
  void tlsGoesOverAnOpenConnection() throws Exception {
    var far = farSecured();
    connection.secured(raw -> Pair.secured(raw, true));
    far.get().getOutputStream().write("250 hidden\r\n".getBytes(StandardCharsets.US_ASCII));
    assertEquals("250 hidden", connection.reader().line("reply", 100));
    assertTrue(connection.tls().isPresent());
  }

  /** Poddebniak et al. 2021: what follows the 220 to STARTTLS must never be read under TLS. */
  @Test
  void aReplyInjectedBeforeTlsIsRefused() throws IOException {
    pair.says("220 go ahead\r\n250 injected\r\n");
    assertEquals("220 go ahead", connection.reader().line("reply", 100));
    var e =
        assertThrows(Unsolicited.class, () -> connection.secured(raw -> Pair.secured(raw, true)));
    assertEquals(
        "mx.example:25 sent something before the TLS handshake; nothing was due", e.getMessage());
  }

  @Test
  void aCommandSentAheadOfTlsIsRefusedByAServer() throws IOException {
    Connection accepted = Connection.accepted(pair.near());
    pair.says("STARTTLS\r\nMAIL FROM:<a@example.com>\r\n");
    assertEquals("STARTTLS", accepted.reader().line("command", 100));
    assertThrows(Unsolicited.class, () -> accepted.secured(raw -> Pair.secured(raw, false)));
  }

  @Test
  void aServerMayFindTheClientsHelloAlreadyThere() throws Exception {
    Connection accepted = Connection.accepted(pair.near());
    var client = new FutureTask<>(() -> Pair.secured(pair.far(), true));
    Thread.ofVirtual().start(client);
    while (pair.near().getInputStream().available() == 0) Thread.onSpinWait();
    accepted.secured(raw -> Pair.secured(raw, false));
    assertTrue(client.get().isConnected());
  }

  @Test
  void tlsCannotStartWithUnsentBytes() throws IOException {
    connection.writer().line("STARTTLS");
    assertThrows(
        IllegalStateException.class, () -> connection.secured(raw -> Pair.secured(raw, true)));
  }

  @Test
  void abortResetsThePeer() throws IOException {
    connection.abort();
    assertThrows(SocketException.class, () -> pair.far().getInputStream().readAllBytes());
  }

  @Test
  void closingComesBackThoughAWriteIsStuck() throws Exception {
    var far = farSecured();
    connection.secured(raw -> Pair.secured(raw, true));
    far.get();
    var writer = Thread.ofVirtual().unstarted(this::writeForEver);
    writer.start();
    while (writer.getState() != Thread.State.WAITING) Thread.onSpinWait();
    try {
      connection.close();
    } catch (IOException _) {
      // The close_notify did not get out, which is no surprise.
    }
    writer.join();
    assertTrue(pair.near().isClosed());
  }

  private void writeForEver() {
    try {
      while (true) connection.writer().write(new byte[64 * 1024]);
    } catch (IOException _) {
      // The aim of the test.
    }
  }

  /** Without stages, the reset that answers the unread bytes would overtake the answer. */
  @Test
  void closedInStagesThePeerGetsTheAnswerThoughItsBytesAreNotRead() throws Exception {
    Connection accepted = Connection.accepted(pair.near());
    pair.says("x".repeat(100_000));
    accepted.writer().line("413 too large");
    accepted.writer().flush();
    var peer =
        new FutureTask<>(() -> {
          pair.says("x".repeat(100_000));
          String answer = pair.heard();
          pair.far().close();
          return answer;
        });
    Thread.ofVirtual().start(peer);
    accepted.closeInStages(SOON);
    assertEquals("413 too large\r\n", peer.get());
    assertTrue(pair.near().isClosed());
  }

  @Test
  void closingInStagesEndsAtTheDeadlineIfThePeerStays() throws IOException {
    connection.closeInStages(Deadline.in(Duration.ofMillis(50)));
    assertTrue(pair.near().isClosed());
    assertFalse(pair.far().isClosed());
  }

  @Test
  void underTlsTheStagesBeginWithACloseNotify() throws Exception {
    var far = farSecured();
    connection.secured(raw -> Pair.secured(raw, true));
    SSLSocket peer = far.get();
    var end = new FutureTask<>(() -> peer.getInputStream().read());
    Thread.ofVirtual().start(end);
    var close =
        Thread.ofVirtual()
            .start(() -> {
              try {
                connection.closeInStages(SOON);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    assertSame(-1, end.get());
    peer.close();
    close.join();
    assertTrue(pair.near().isClosed());
  }

  private FutureTask<SSLSocket> farSecured() {
    var far = new FutureTask<>(() -> Pair.secured(pair.far(), false));
    Thread.ofVirtual().start(far);
    return far;
  }
}
