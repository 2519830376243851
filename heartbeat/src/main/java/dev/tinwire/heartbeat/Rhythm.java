package dev.tinwire.heartbeat;

import java.time.Duration;

/** What a beat tells of its sender's rhythm, beside how long it may be silent. */
final class Rhythm {
  /** Weight of the newest interval in the jitter, as RFC 3550 §6.4.1 has it. */
  private static final int SHARE = 16;

  private Rhythm() {}

  /**
   * Takes the period that the sender says, or tells it from the arrivals.
   *
   * @return whether the sender changed it, so that the silence before was another's
   */
  static boolean period(
      Sender sender, BeatParser beat, long missed, boolean forgiven, long now, Duration guess) {
    int before = sender.period;
    if (beat.pairs.period > 0) {
      sender.period = beat.pairs.period;
      return before > 0 && before != sender.period;
    }
    Period estimate = sender.extras().estimate;
    if (estimate == null) sender.extras().estimate = estimate = new Period();
    if (!forgiven) estimate.learn(now - sender.arrival, missed);
    long millis = (estimate.estimate(guess.toNanos()) + 500_000) / 1_000_000;
    sender.period = Math.clamp(millis, 1, Integer.MAX_VALUE);
    return false;
  }

  /** Takes in by how much an interval differed. */
  static void jitter(Sender sender, long difference) {
    long micros = Math.min(Integer.MAX_VALUE / 2, Math.abs(difference) / 1000);
    sender.jitter += (int) ((micros - sender.jitter) / SHARE);
  }

  /** After so long a silence it is late, though nobody is called yet. */
  static long lateAfter(Sender sender) {
    long period = sender.periodNanos();
    return period + Math.max(period / 4, 4_000L * sender.jitter);
  }

  /** Keeps what it says of itself. */
  static void says(Sender sender, BeatParser beat) {
    boolean plain = beat.pairs.ownValues == 0 && beat.pairs.status == Status.OK;
    if (plain && sender.extras == null) return;
    var extras = sender.extras();
    extras.status = beat.pairs.status;
    extras.values = beat.pairs.values();
  }

  /** What it had to say before it fell silent, if that may be why. */
  static String lastWords(Sender sender) {
    var extras = sender.extras;
    if (extras == null || extras.status != Status.WARN) return "";
    return "; the last it said was warn " + extras.values;
  }
}
