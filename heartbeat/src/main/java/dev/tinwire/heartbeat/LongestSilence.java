package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import java.time.Duration;

/**
 * The default rule: a sender is down when it has been silent for longer than it ever was, and then
 * some.
 *
 * <pre>
 * excess   = arrival - arrival before - period          of each beat that is news
 * deadline = arrival + period + min(cap, max(floor, 1.25 x longest excess in the window))
 * </pre>
 *
 * <p>Clean and lossy stretches are remembered apart, so that one stormy hour does not make the calm
 * ones slow. For silences that can be exchanged for each other the chance that the next window
 * brings a longer one than the last is bounded by rank alone, whatever their distribution: about
 * one false alarm for each window. The floor is above one period so that one lost beat never
 * alarms.
 */
final class LongestSilence implements Detector {
  private static final double MARGIN = 1.25;
  private static final double FLOOR = 1.25;
  private static final double FLOOR_WHILE_NEW = 3;
  private static final int NEW = 60;

  /** A link counts as lossy until so many beats have come without a gap. */
  private static final int CLEAN_AFTER = 64;

  private final Tolerance tolerance;
  private final SilenceRecord clean;
  private final SilenceRecord lossy;
  private long last;
  private long beats;
  private long sinceLoss = CLEAN_AFTER;
  private boolean forgiven = true;
  private String why = "no beat has come yet";

  LongestSilence(Tolerance tolerance) {
    this.tolerance = tolerance;
    clean = new SilenceRecord(tolerance.window().toNanos());
    lossy = new SilenceRecord(tolerance.window().toNanos());
  }

  @Override
  public long beat(long arrival, long missed, long period) {
    long cap = tolerance.cap(period);
    // A silence belongs to the kind of link on which it began: the gap that makes a clean link a
    // lossy one is what a clean link has to expect.
    if (!forgiven) current().enter(arrival, Math.min(cap, arrival - last - period));
    sinceLoss = missed > 0 ? 0 : sinceLoss + 1;
    var record = current();
    forgiven = false;
    last = arrival;
    beats++;
    long longest = record.longest(arrival, tolerance.robust() ? 1 : 0);
    long floor = Math.round(period * (beats <= NEW ? FLOOR_WHILE_NEW : FLOOR));
    long learned = Math.round(MARGIN * longest);
    why = explanation(record == clean, longest, floor, learned, cap);
    return arrival + period + Math.min(cap, Math.max(floor, learned));
  }

  private SilenceRecord current() {
    return sinceLoss < CLEAN_AFTER ? lossy : clean;
  }

  @Override
  public void forgive() {
    forgiven = true;
  }

  @Override
  public String why() {
    return why;
  }

  private String explanation(boolean isClean, long longest, long floor, long learned, long cap) {
    String link = isClean ? "a clean link" : "a link that loses";
    String silence =
        longest == 0
            ? "no silence beyond the period is on record"
            : "the longest silence on record is " + print(longest) + " beyond the period";
    String rule;
    if (Math.max(floor, learned) > cap) rule = "the cap of " + print(cap) + " holds";
    else if (learned > floor) rule = "a quarter more is allowed";
    else if (beats <= NEW) rule = "a new sender is allowed " + print(floor);
    else rule = "the floor of " + print(floor) + " holds";
    return link + "; " + silence + "; " + rule;
  }

  private static String print(long nanos) {
    return Durations.print(Duration.ofMillis(Math.max(1, nanos / 1_000_000)));
  }
}
