package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who may take how long, on a clock that is moved by hand. */
class PatienceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Pace PACE = new Pace(Duration.ofSeconds(30), 500);

  private final FakeClock clock = new FakeClock();
  private final Patience patience = new Patience(clock::nanoTime);

  private boolean overAfter(Duration time) {
    clock.advance(time);
    return patience.over();
  }

  @Test
  void ourOwnWorkHasNoDeadline() {
    assertFalse(overAfter(Duration.ofDays(1000)));
  }

  @Test
  void anIdleConnectionIsOverWhenItsTimeIs() {
    patience.idle(SECOND);
    assertFalse(overAfter(SECOND.minusNanos(1)));
    assertTrue(overAfter(Duration.ofNanos(1)));
  }

  @Test
  void aReaderThatMovesLivesLongerThanAnyStall() {
    var progress = patience.progress(PACE);
    for (int i = 0; i < 1000; i++) {
      progress.waiting();
      assertFalse(overAfter(Duration.ofSeconds(29)));
      progress.moved(64 * 1024);
    }
  }

  @Test
  void oneThatMovesTooSlowlyIsOver() {
    var progress = patience.progress(PACE);
    int seconds = 0;
    progress.waiting();
    while (!overAfter(SECOND)) {
      progress.moved(1);
      progress.waiting();
      seconds++;
    }
    assertEquals(30, seconds);
  }

  @Test
  void theTimeInWhichNobodyWaitsForThePeerDoesNotCount() {
    var progress = patience.progress(PACE);
    for (int i = 0; i < 100; i++) {
      progress.waiting();
      progress.moved(1); // an event now and then, taken at once
      assertFalse(overAfter(Duration.ofHours(1)));
    }
  }

  /** A client that sends a byte every ten seconds, and the sweeper that looks after each. */
  private final class DrippingClient extends InputStream {
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (overAfter(Duration.ofSeconds(10))) throw new IOException("ended by the sweeper");
      into[offset] = 'G';
      return 1;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void rfc9110Section15Point5Point9AHeadThatDripsGainsNothingByIt() throws IOException {
    var in = new ByteReader(new DrippingClient());
    var bad =
        assertInstanceOf(Incoming.Bad.class, Incoming.next(in, patience, ServerLimits.DEFAULT));
    assertEquals(Refusal.REQUEST_TIMEOUT, bad.status());
    assertEquals("the head did not come within 15s", bad.sentence());
    assertEquals(Patience.Phase.WORKING, patience.current().phase());
  }
}
