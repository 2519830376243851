package dev.tinwire.udppinger;

import dev.tinwire.wire.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A bad network played by the server. What happens to a datagram is a pure function of the seed and
 * the datagram's number, counted from 0, so the same seed gives the same pattern.
 *
 * @param loss it is ignored, as if it had never come
 * @param delay the answer waits for so long
 * @param jitter and for at most so much longer, each time as likely as any other
 * @param duplication the answer is sent twice
 * @param reordering the next answer to the same peer overtakes this one
 * @param corruption one bit of the answer is flipped
 */
record Simulation(
    Share loss,
    Duration delay,
    Duration jitter,
    Share duplication,
    Share reordering,
    Share corruption,
    long seed) {

  static final Simulation NONE =
      new Simulation(
          Share.NONE, Duration.ZERO, Duration.ZERO, Share.NONE, Share.NONE, Share.NONE, 0);

  /**
   * What happens to one datagram.
   *
   * @param delayNanos how long its answer waits
   * @param bit the bit that is flipped in a corrupted answer, modulo its length in bits
   */
  record Fate(
      boolean lost, long delayNanos, boolean twice, boolean overtaken, boolean corrupted, int bit) {
    static final Fate NONE = new Fate(false, 0, false, false, false, 0);
  }

  boolean isNone() {
    return !loss.any()
        && !duplication.any()
        && !reordering.any()
        && !corruption.any()
        && delay.isZero()
        && jitter.isZero();
  }

  /** The fate of the datagram of that number. */
  Fate fate(long number) {
    // Every datagram has its own generator, and every question is asked of it: so no fate depends
    // on the datagrams before, and --loss 10% loses some of those that --loss 20% loses.
    var random = new SplittableRandom(new SplittableRandom(seed ^ number).nextLong() + number);
    boolean lost = random.nextDouble() < loss.value();
    boolean twice = random.nextDouble() < duplication.value();
    boolean overtaken = random.nextDouble() < reordering.value();
    boolean corrupted = random.nextDouble() < corruption.value();
    int bit = random.nextInt(Integer.MAX_VALUE);
    long later = delay.toNanos() + (long) (random.nextDouble() * jitter.toNanos());
    return new Fate(lost, later, twice, overtaken, corrupted, bit);
  }

  /** For eyes: {@code loss 30%, delay 20ms + 0..5ms, seed 7}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (loss.any()) parts.add("loss " + loss);
    if (!delay.isZero() || !jitter.isZero()) {
      String more = jitter.isZero() ? "" : " + 0.." + Durations.print(jitter);
      parts.add("delay " + Durations.print(delay) + more);
    }
    if (duplication.any()) parts.add("duplication " + duplication);
    if (reordering.any()) parts.add("reordering " + reordering);
    if (corruption.any()) parts.add("corruption " + corruption);
    parts.add("seed " + seed);
    return String.join(", ", parts);
  }
}
