package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The three ways to hang for ever on a socket, each ended. */
@Timeout(20)
class WatchdogSocketTest {
  private static final Duration SOON = Duration.ofMillis(100);

  @Test
  void aReaderWhosePeerSaysNothingIsFreed() throws Exception {
    try (var pair = Pair.open()) {
      var e =
          assertThrows(
              TimedOut.class,
              () ->
                  Watchdog.within(
                      Deadline.in(SOON),
                      pair.near(),
                      "waiting for the greeting",
                      () -> pair.near().getInputStream().read()));
      assertEquals(
          "timed out after " + Durations.print(SOON) + " while waiting for the greeting",
          e.getMessage());
    }
  }

  @Test
  void aWriterWhosePeerDoesNotReadIsFreed() throws Exception {
    try (var pair = Pair.open()) {
      assertThrows(
          TimedOut.class,
          () ->
              Watchdog.within(
                  Deadline.in(SOON),
                  pair.near(),
                  "sending",
                  () -> fill(pair.near().getOutputStream())));
    }
  }

  @Test
  void aTlsWriterWhosePeerDoesNotReadIsFreed() throws Exception {
    try (var pair = Pair.open()) {
      SSLSocket near = secured(pair);
      assertThrows(
          TimedOut.class,
          () ->
              Watchdog.within(
                  Deadline.in(SOON), pair.near(), "sending", () -> fill(near.getOutputStream())));
    }
  }

  @Test
  void closingTlsBehindAStuckWriteIsFreed() throws Exception {
    try (var pair = Pair.open()) {
      SSLSocket near = secured(pair);
      var error = new AtomicReference<Throwable>();
      Thread writer =
          Thread.ofVirtual()
              .uncaughtExceptionHandler((_, e) -> error.set(e))
              .start(() -> fillUnchecked(near));
      awaitParked(writer);
      Guard guard = Watchdog.guard(Deadline.in(SOON), pair.near());
      try (guard) {
        near.close();
      } catch (IOException _) {
        // It may complain or not; it must come back.
      }
      assertTrue(guard.fired(), "close() came back by itself: the test shows nothing");
      writer.join();
      assertTrue(error.get().getCause() instanceof IOException, () -> "" + error.get());
    }
  }

  private static SSLSocket secured(Pair pair) throws Exception {
    var far =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Pair.secured(pair.far(), false);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            },
            Thread::startVirtualThread);
    SSLSocket near = Pair.secured(pair.near(), true);
    far.get();
    return near;
  }

  /** Writes for ever; ends only by an exception. */
  private static Object fill(OutputStream out) throws IOException {
    byte[] block = new byte[64 * 1024];
    while (true) out.write(block);
  }

  private static void fillUnchecked(SSLSocket socket) {
    try {
      fill(socket.getOutputStream());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitParked(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) Thread.onSpinWait();
  }
}
