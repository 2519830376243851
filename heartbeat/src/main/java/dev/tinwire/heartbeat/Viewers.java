package dev.tinwire.heartbeat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Those whose pages live: each gets the living part of its page anew whenever it has changed, at
 * most once a second, as server-sent events (HTML Standard §9.2). The server makes the part, so
 * that with and without a script the page is the same.
 */
final class Viewers implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** A reader who is gone shows only when something is sent to it (§9.2.7). */
  private static final int COMMENT_AFTER = 15;

  private final Semaphore places;
  private final CountDownLatch closed = new CountDownLatch(1);

  Viewers(int places) {
    this.places = new Semaphore(places);
  }

  /** Takes a place; the stream that is then made gives it back. */
  boolean enter() {
    return places.tryAcquire();
  }

  StatusServer.Writer stream(Supplier<String> html) {
    return new StatusServer.Writer() {
      @Override
      public void writeTo(OutputStream out) throws IOException {
        write(out, html);
      }

      @Override
      public void close() {
        places.release();
      }
    };
  }

  private void write(OutputStream out, Supplier<String> html) throws IOException {
    say(out, "retry: 1000\n\n");
    String before = "";
    int quiet = 0;
    do {
      String now = html.get();
      if (!now.equals(before)) {
        say(out, event(now));
        quiet = 0;
      } else if (++quiet % COMMENT_AFTER == 0) {
        say(out, ":\n\n");
      }
      before = now;
    } while (goesOn());
  }

  private boolean goesOn() throws InterruptedIOException {
    try {
      return !closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("ended while somebody looked");
    }
  }

  static String event(String html) {
    return "data: " + html.strip().replace("\n", "\ndata: ") + "\n\n";
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
