package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class CourierTest {
  private final FakeClock clock = new FakeClock();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final Courier courier =
      new Courier("chat", WatchLimits.DEFAULT, events::add, clock::nanoTime, clock::sleep);

  @AfterEach
  void close() {
    courier.close();
  }

  private String next() throws InterruptedException {
    return String.valueOf(events.poll(20, TimeUnit.SECONDS));
  }

  /** Fails so many times, then arrives. */
  private Courier.Delivery delivery(String name, int failures) {
    int[] left = {failures};
    return () -> {
      if (left[0]-- > 0) throw new WireException("busy");
      events.add(name);
    };
  }

  @Test
  void whatArrivesIsBroughtOnceAndInOrder() throws InterruptedException {
    courier.bring(delivery("one", 0));
    courier.bring(delivery("two", 0));
    assertEquals("one", next());
    assertEquals("two", next());
  }

  @Test
  void whatFailsIsTriedAgainLaterEachTime() throws InterruptedException {
    courier.bring(delivery("one", 3));
    assertEquals("chat: busy; trying again", next());
    for (long seconds : List.of(1, 2, 4)) {
      clock.awaitSleepers(1);
      clock.advance(Duration.ofSeconds(seconds));
    }
    assertEquals("one", next());
  }

  @Test
  void whatFailsForLongIsGivenUpAndTheNextComes() throws InterruptedException {
    courier.bring(delivery("one", Integer.MAX_VALUE));
    courier.bring(delivery("two", 0));
    assertEquals("chat: busy; trying again", next());
    clock.awaitSleepers(1);
    clock.advance(Duration.ofHours(1));
    assertEquals("chat: busy; given up", next());
    assertEquals("two", next());
  }

  @Test
  void aNoForGoodIsNotTriedAgain() throws InterruptedException {
    courier.bring(() -> {
      throw new FinalRefusal("chat.example answered 404");
    });
    assertEquals("chat: chat.example answered 404; given up", next());
  }

  @Test
  void aFaultOfOursEndsOnlyItsOwnDelivery() throws InterruptedException {
    courier.bring(() -> {
      throw new IllegalStateException("oops");
    });
    courier.bring(delivery("two", 0));
    assertEquals("chat: java.lang.IllegalStateException: oops; given up", next());
    assertEquals("two", next());
  }

  @Test
  void ofTooManyTheOldestGoes() throws InterruptedException, IOException {
    var hold = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    courier.bring(() -> {
      held.countDown();
      hold.await();
    });
    held.await();
    int queue = WatchLimits.DEFAULT.queue();
    for (int i = 0; i <= queue; i++) courier.bring(delivery("n" + i, 0));
    assertEquals("chat: too many notices wait, the oldest was dropped", next());
    hold.countDown();
    assertEquals("n1", next());
  }
}
