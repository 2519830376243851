package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who fetches the parts of a page, and in which order. */
@Timeout(20)
final class PageCrewTest {
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Set<String> interrupted = Collections.synchronizedSet(new TreeSet<>());
  private final CountDownLatch gate = new CountDownLatch(1);

  /** Waits for the gate, having said that it began. */
  private Runnable waiting(String name, CountDownLatch begun) {
    return () -> {
      begun.countDown();
      try {
        gate.await();
        done.add(name);
      } catch (InterruptedException _) {
        interrupted.add(name);
      }
    };
  }

  private Runnable quick(String name) {
    return () -> done.add(name);
  }

  @Test
  void whatIsNeededFirstComesFirst() throws InterruptedException {
    var crew = new PageCrew(1);
    var begun = new CountDownLatch(1);
    crew.add("a", 9, waiting("first come", begun));
    begun.await();
    crew.add("a", 4, quick("image"));
    crew.add("a", 0, quick("style"));
    crew.add("a", 4, quick("another image"));
    crew.add("a", 1, quick("script"));
    assertEquals(List.of(), done);
    gate.countDown();
    crew.join();
    assertEquals(List.of("first come", "style", "script", "image", "another image"), done);
  }

  @Test
  void anOriginGetsSoManyAtOnceAndNobodyWaitsForAnother() throws InterruptedException {
    var crew = new PageCrew(2);
    var begun = new CountDownLatch(2);
    var third = new CountDownLatch(1);
    var elsewhere = new CountDownLatch(1);
    crew.add("a", 0, waiting("one", begun));
    crew.add("a", 0, waiting("two", begun));
    begun.await();
    crew.add("a", 0, waiting("three", third));
    crew.add("b", 0, waiting("elsewhere", elsewhere));
    elsewhere.await();
    assertEquals(1, third.getCount());
    gate.countDown();
    crew.join();
    assertEquals(Set.of("one", "two", "three", "elsewhere"), Set.copyOf(done));
  }

  @Test
  void workAddsWork() throws InterruptedException {
    var crew = new PageCrew(1);
    crew.add("a", 0, () -> crew.add("a", 0, () -> crew.add("b", 0, quick("deep"))));
    crew.join();
    assertEquals(List.of("deep"), done);
  }

  @Test
  void nothingToDoIsDoneAtOnce() throws InterruptedException {
    new PageCrew(1).join();
  }

  @Test
  void whoeverIsInterruptedGivesUpAllOfIt() throws Exception {
    var crew = new PageCrew(1);
    var begun = new CountDownLatch(1);
    crew.add("a", 0, waiting("one", begun));
    crew.add("a", 0, quick("never"));
    var joining = new FutureTask<>(() -> assertThrows(InterruptedException.class, crew::join));
    Thread thread = Thread.ofPlatform().start(joining);
    begun.await();
    thread.interrupt();
    joining.get();
    crew.join(); // those who were interrupted have gone
    assertEquals(Set.of("one"), interrupted);
    assertEquals(List.of(), done);
  }

  @Test
  void whoWaitedForATurnBeganEarlier() {
    var at = Instant.parse("2026-11-20T10:00:00Z");
    Timings queued = Timings.none(at).queued(Duration.ofMillis(80));
    assertEquals(Instant.parse("2026-11-20T09:59:59.920Z"), queued.began());
    assertEquals(Duration.ofMillis(80), queued.blocked());
    assertEquals(Duration.ofMillis(80), queued.total());
  }
}
