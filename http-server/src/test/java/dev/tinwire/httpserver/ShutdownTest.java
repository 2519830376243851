package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Closing is quick where nothing runs, patient where something does, and always ends. */
class ShutdownTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final byte[] GET =
      "GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void idleConnectionsDoNotDelayIt() throws Exception {
    var server =
        LocalServer.within(limits -> limits.withGrace(Duration.ofHours(1)), LocalServer.ECHO);
    try (var idle = server.connect();
        var fresh = server.connect()) {
      idle.getOutputStream().write(GET);
      assertEquals('H', idle.getInputStream().read());
      server.served();
      assertTimeoutPreemptively(SOON, server::close);
      assertTrue(LocalServer.rest(idle).endsWith("GET / \n"));
      assertEquals("", LocalServer.rest(fresh));
    }
  }

  @Test
  void aRunningAnswerIsFinishedAndSaysClose() throws Exception {
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var server =
        LocalServer.within(
            limits -> limits.withGrace(Duration.ofHours(1)),
            _ -> {
              asked.countDown();
              await(go);
              return Answer.of(Status.OK, Content.of("done"));
            });
    try (var socket = server.connect()) {
      socket.getOutputStream().write(GET);
      asked.await();
      Thread closing = Thread.ofVirtual().start(server::close);
      refusesConnections(server);
      go.countDown();
      String said = LocalServer.rest(socket);
      assertTrue(said.endsWith("done"), said);
      assertTrue(said.contains("\r\nConnection: close\r\n"), said);
      assertTrue(closing.join(SOON));
    }
  }

  /** Waits until the listener is closed, which is the first thing that happens. */
  private static void refusesConnections(LocalServer server) throws IOException {
    while (true) {
      try (var _ = server.connect()) {
        Thread.onSpinWait();
      } catch (ConnectException _) {
        return;
      } catch (SocketException _) {
        // Reset: it stood in the listener's queue when that was closed. The next one is refused.
      }
    }
  }

  @Test
  void whatRunsLongerThanTheGraceIsAborted() throws Exception {
    var asked = new CountDownLatch(1);
    var server =
        LocalServer.within(
            limits -> limits.withGrace(Duration.ofMillis(50)),
            _ -> {
              asked.countDown();
              await(new CountDownLatch(1));
              throw new AssertionError("never");
            });
    try (var socket = server.connect()) {
      socket.getOutputStream().write(GET);
      asked.await();
      assertTimeoutPreemptively(SOON, server::close);
      assertThrows(IOException.class, () -> LocalServer.rest(socket));
    }
  }

  @Test
  void anAnswerThatNobodyReadsIsAborted() throws Exception {
    var server =
        LocalServer.within(
            limits -> limits.withGrace(Duration.ofMillis(50)),
            _ -> Answer.of(Status.OK, Content.of(new byte[64 << 20])));
    try (var socket = server.connect()) {
      socket.getOutputStream().write(GET);
      assertEquals('H', socket.getInputStream().read());
      assertTimeoutPreemptively(SOON, server::close);
      assertEquals(false, server.served().whole());
    }
  }

  /** Not even one that hears no interrupt. */
  @Test
  void aHandlerThatNeverEndsHoldsNothingUp() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new Semaphore(0);
    var server =
        LocalServer.within(
            limits -> limits.withGrace(Duration.ofMillis(50)),
            _ -> {
              asked.countDown();
              never.acquireUninterruptibly();
              throw new IOException("too late");
            });
    try (var socket = server.connect()) {
      socket.getOutputStream().write(GET);
      asked.await();
      assertTimeoutPreemptively(SOON, server::close);
      assertThrows(IOException.class, () -> LocalServer.rest(socket));
    } finally {
      never.release();
    }
  }

  /** Asked of the sockets: the port may be another's the moment it is free. */
  @Test
  void closingTwiceIsClosingOnce() throws Exception {
    var at = List.of(new InetSocketAddress(Loopback.V4, 0));
    var listeners = Listeners.at(at);
    var server = HttpServer.start(ServerOptions.at(at), listeners, LocalServer.ECHO);
    server.close();
    server.close();
    for (var channel : listeners.channels()) assertFalse(channel.isOpen());
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
