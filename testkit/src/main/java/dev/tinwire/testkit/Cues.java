package dev.tinwire.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The places where a script waits for the test: events instead of sleeps. */
final class Cues {
  private record Cue(CountDownLatch reached, CountDownLatch given) {
    Cue() {
      this(new CountDownLatch(1), new CountDownLatch(1));
    }
  }

  private final Map<String, Cue> cues;
  private final Duration patience;

  Cues(Script script, Duration patience) {
    this.patience = patience;
    cues =
        script
            .steps()
            .filter(Step.Pause.class::isInstance)
            .map(step -> ((Step.Pause) step).cue())
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new Cue()));
  }

  /** On the script's side: waits for the cue. */
  void pauseAt(String name) throws Surprise, InterruptedException {
    Cue cue = named(name);
    cue.reached.countDown();
    if (!cue.given.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new Surprise("no resume(\"" + name + "\") within " + patience);
    }
  }

  /** On the test's side: waits until the script has come there. */
  void awaitPause(String name) throws InterruptedException {
    if (!named(name).reached.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new AssertionError("the script did not come to PAUSE " + name + " in " + patience);
    }
  }

  void resume(String name) {
    named(name).given.countDown();
  }

  private Cue named(String name) {
    Cue cue = cues.get(name);
    if (cue == null) throw new IllegalArgumentException("the script has no PAUSE " + name);
    return cue;
  }
}
