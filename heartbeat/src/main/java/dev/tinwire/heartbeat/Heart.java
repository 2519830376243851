package dev.tinwire.heartbeat;

import dev.tinwire.wire.command.Ending;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One run of {@code tinwire beat}: beats, and says goodbye. */
final class Heart {
  /** A goodbye may be lost like any datagram, and no beat comes after it. */
  private static final int GOODBYES = 3;

  private final BeatPlan plan;
  private final BeatSocket socket;
  private final BeatTargets targets;
  private final BeatWriter writer;
  private final Pacemaker pacemaker;

  Heart(BeatPlan plan, BeatSocket socket, BeatTargets targets, BeatWriter writer) {
    this.plan = plan;
    this.socket = socket;
    this.targets = targets;
    this.writer = writer;
    pacemaker = new Pacemaker(System::nanoTime, this::beat);
  }

  /** Ends it, from any thread. */
  void end() {
    pacemaker.end();
  }

  /** Beats until somebody ends it or it has beaten often enough. */
  void run(Ending ending, RandomGenerator random) {
    var _ = targets.lookUp();
    daemon("targets", targets::keepLooking);
    if (plan.tagged()) {
      var answers = new ProbeAnswers(plan.key(), writer, System::nanoTime);
      daemon("probes", () -> answers.serve(socket));
    }
    daemon("ending", () -> await(ending));
    long period = plan.every().toNanos();
    // A hundred senders that one script starts shall not all beat in the same millisecond.
    long phase = random.nextLong(Math.min(period / 4, 250_000_000) + 1);
    pacemaker.run(new Schedule(System.nanoTime() + phase, period));
  }

  private void await(Ending ending) {
    try {
      ending.await();
      end();
    } catch (InterruptedException _) {
      // It ended by itself.
    }
  }

  /** Of the platform: a virtual one that waits for a socket would put our end off by 300 ms. */
  private static void daemon(String name, Runnable task) {
    var _ = Thread.ofPlatform().daemon().name(name).start(task);
  }

  private boolean beat() {
    try {
      if (plan.condition().isPresent() && !plan.condition().get().holds()) return true;
    } catch (InterruptedException _) {
      return false;
    }
    send(writer.next(System.currentTimeMillis()));
    return plan.count().isEmpty() || writer.count() < plan.count().getAsInt();
  }

  /** Says that there will be no more, or that it ended badly and with what. */
  void farewell(int status) {
    if (!plan.tagged() || writer.count() == 0) return;
    Map<String, String> exit =
        plan.run().isEmpty() ? Map.of() : Map.of("exit", Integer.toString(status));
    Status said = status == 0 ? Status.BYE : Status.WARN;
    for (int i = 0; i < GOODBYES; i++) send(writer.next(System.currentTimeMillis(), said, exit));
  }

  private void send(String beat) {
    socket.send(beat, targets.now());
  }
}
