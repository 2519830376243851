package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known without looking, and for how long. */
class RecollectionTest {
  private static final Duration FRESH = Duration.ofMillis(100);
  private static final SitePath A = new SitePath(List.of("a.txt"), false);
  private static final SitePath B = new SitePath(List.of("b.txt"), false);

  @TempDir Path root;
  private final FakeClock clock = new FakeClock();
  private final AtomicInteger looked = new AtomicInteger();
  private final HotSite hot =
      new HotSite(
          this::find,
          new HotSite.Room(8, 20_000, 1000, FRESH),
          () -> TestSite.in(root).now(),
          clock::nanoTime);

  private Resource find(SitePath path) throws IOException {
    looked.incrementAndGet();
    return new SiteRoot(root, false).find(path);
  }

  @BeforeEach
  void aFileThatIsKnown() throws IOException {
    var _ = TestSite.in(root).file("a.txt", "first").file("b.txt", "second");
    var _ = hot.find(A);
    looked.set(0);
  }

  private Recollection recollection() {
    return hot.recollection().orElseThrow();
  }

  @Test
  void whatIsKnownIsTheSameAndNobodyLooks() throws IOException {
    assertSame(hot.find(A), recollection().find(A));
    assertEquals(0, looked.get());
  }

  @Test
  void whatIsNotKnownIsNotLookedFor() {
    assertThrows(Recollection.NotKnown.class, () -> recollection().find(B));
    assertThrows(Recollection.NotKnown.class, () -> recollection().within(A, B));
    assertEquals(0, looked.get());
  }

  @Test
  void whatIsOutOfDateIsNotKnown() {
    clock.advance(FRESH);
    assertThrows(Recollection.NotKnown.class, () -> recollection().find(A));
  }

  @Test
  void itHoldsForHalfOfTheTimeSoThatThereIsSomeLeftToLookAgain() throws IOException {
    Recollection known = recollection();
    var _ = known.find(A);
    clock.advance(FRESH.dividedBy(2).minusNanos(1));
    assertTrue(known.holds());
    clock.advance(Duration.ofNanos(1));
    assertFalse(known.holds());
  }

  @Test
  void theOldestPartOfItDecides() throws IOException {
    clock.advance(Duration.ofMillis(30));
    var _ = hot.find(B);
    Recollection known = recollection();
    var _ = known.find(B);
    var _ = known.find(A);
    clock.advance(Duration.ofMillis(19));
    assertTrue(known.holds());
    clock.advance(Duration.ofMillis(1));
    assertFalse(known.holds());
  }

  @Test
  void whatWasFoundTheSameIsRenewedWithoutLookingHere() throws IOException {
    Recollection known = recollection();
    Resource found = known.find(A);
    clock.advance(FRESH);
    assertFalse(known.holds());
    assertFalse(known.renews(), "nobody has looked");
    assertSame(found, hot.find(A));
    assertTrue(known.renews());
    assertTrue(known.holds());
    clock.advance(FRESH.dividedBy(2));
    assertFalse(known.holds(), "for as long as at first");
  }

  @Test
  void whatHasChangedIsNotRenewed() throws IOException {
    Recollection known = recollection();
    var _ = known.find(A);
    var _ = TestSite.in(root).file("a.txt", "another");
    clock.advance(HotSite.OPENED.dividedBy(2));
    var _ = hot.find(A);
    assertFalse(known.renews());
  }

  @Test
  void whatDependsOnSeveralIsRenewedOnlyIfAllAreTheSame() throws IOException {
    var _ = hot.find(B);
    Recollection known = recollection();
    var _ = known.find(A);
    var _ = known.find(B);
    clock.advance(FRESH);
    var _ = hot.find(A);
    assertFalse(known.renews());
    Files.delete(root.resolve("b.txt"));
    var _ = hot.find(B);
    assertFalse(known.renews());
  }

  @Test
  void whereNothingWasThereIsRenewedWhileNothingIs() throws IOException {
    var nowhere = new SitePath(List.of("none.txt"), false);
    var _ = hot.find(nowhere);
    Recollection known = recollection();
    var _ = known.find(nowhere);
    clock.advance(FRESH);
    var _ = hot.find(nowhere);
    assertTrue(known.renews());
    var _ = TestSite.in(root).file("none.txt", "some");
    clock.advance(FRESH);
    var _ = hot.find(nowhere);
    assertFalse(known.renews());
  }

  @Test
  void afterASecondItIsMadeAnewInAnyCase() throws IOException {
    Recollection known = recollection();
    var _ = known.find(A);
    clock.advance(Recollection.LONGEST.minusNanos(1));
    var _ = hot.find(A);
    assertTrue(known.renews());
    clock.advance(Duration.ofNanos(1));
    assertFalse(known.renews());
  }

  @Test
  void afterAChangeOfOurOwnItIsNotRenewed() throws IOException {
    Recollection known = recollection();
    var _ = known.find(A);
    hot.changed();
    var _ = hot.find(A);
    assertFalse(known.renews());
  }

  @Test
  void aChangeOfOurOwnEndsIt() throws IOException {
    Recollection known = recollection();
    var _ = known.find(A);
    hot.changed();
    assertFalse(known.holds());
  }

  @Test
  void whatIsOldIsStillKnownAndLookedAtBySomebodyElse() throws IOException {
    clock.advance(FRESH.dividedBy(2));
    var _ = recollection().find(A);
    while (looked.get() == 0) Thread.onSpinWait();
    clock.advance(FRESH.dividedBy(4));
    while (!youngAgain()) Thread.onSpinWait();
    assertEquals(1, looked.get());
  }

  /** Whether it holds for longer than before it was looked at again. */
  private boolean youngAgain() throws IOException {
    long now = clock.nanoTime();
    return hot.known(A, now).orElseThrow().until() - now > FRESH.toNanos() / 5;
  }
}
