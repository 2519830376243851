package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How old the picture may be that somebody is shown. */
final class ObservatoryTest {
  private final TestFleet fleet = TestFleet.now().with("a", SenderState.UP);

  private Observatory observatory() {
    var history = new History(WatchLimits.DEFAULT);
    return new Observatory(
        fleet,
        () -> MonitorConfig.NONE,
        history,
        new UptimeBook(WatchLimits.DEFAULT),
        System::nanoTime);
  }

  private static SenderState state(Scene scene) {
    return scene.view().senders().getFirst().state();
  }

  @Test
  void whoIsToldOfAChangeDoesNotSayWhatWasBeforeIt() throws InterruptedException {
    var observatory = observatory();
    assertEquals(SenderState.UP, state(observatory.scene()));
    fleet.happen("a", Happening.DOWN, Duration.ofSeconds(3));
    assertEquals(SenderState.DOWN, state(observatory.sceneFromNow()));
    fleet.happen("a", Happening.BACK, Duration.ofSeconds(3));
    assertEquals(SenderState.UP, state(observatory.sceneFromNow()));
  }
}
