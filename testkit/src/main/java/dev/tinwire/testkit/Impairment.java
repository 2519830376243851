package dev.tinwire.testkit;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How bad one direction of a {@link DatagramRelay} is. Probabilities are from 0 to 1; what happens
 * to a packet is a pure function of the seed and its number, so a test can predict it.
 *
 * @param loss the packet is dropped
 * @param duplication it is passed on twice
 * @param reordering the next packet overtakes it
 * @param corruption one of its bits is flipped
 * @param delay it is passed on so much later
 * @param jitter and at most so much later still
 */
public record Impairment(
    double loss,
    double duplication,
    double reordering,
    double corruption,
    Duration delay,
    Duration jitter) {

  public Impairment {
    probability("loss", loss);
    probability("duplication", duplication);
    probability("reordering", reordering);
    probability("corruption", corruption);
    if (delay.isNegative() || jitter.isNegative()) {
      throw new IllegalArgumentException("a delay cannot be negative");
    }
  }

  private static void probability(String what, double value) {
    if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException(what + " of " + value);
  }

  public static Impairment none() {
    return new Impairment(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
  }

  public Impairment withLoss(double share) {
    return new Impairment(share, duplication, reordering, corruption, delay, jitter);
  }

  public Impairment withDuplication(double share) {
    return new Impairment(loss, share, reordering, corruption, delay, jitter);
  }

  public Impairment withReordering(double share) {
    return new Impairment(loss, duplication, share, corruption, delay, jitter);
  }

  public Impairment withCorruption(double share) {
    return new Impairment(loss, duplication, reordering, share, delay, jitter);
  }

  public Impairment withDelay(Duration fixed, Duration atMostMore) {
    return new Impairment(loss, duplication, reordering, corruption, fixed, atMostMore);
  }

  /** What happens to the packet of that number, counted from 0. */
  public Fate fate(long seed, long number) {
    // Every packet has its own generator, and every question is always asked: so a packet's fate
    // depends neither on the packets before it nor on the other probabilities.
    var random = new SplittableRandom(new SplittableRandom(seed + number).nextLong() ^ seed);
    boolean lost = random.nextDouble() < loss;
    boolean twice = random.nextDouble() < duplication;
    boolean overtaken = random.nextDouble() < reordering;
    boolean corrupted = random.nextDouble() < corruption;
    int bit = random.nextInt(Integer.MAX_VALUE);
    Duration later = delay.plusNanos((long) (random.nextDouble() * jitter.toNanos()));
    return new Fate(lost, twice, overtaken, corrupted, bit, later);
  }

  /**
   * What happens to one packet.
   *
   * @param bit the bit that is flipped in a corrupted packet, modulo its length in bits
   */
  public record Fate(
      boolean lost, boolean twice, boolean overtaken, boolean corrupted, int bit, Duration later) {

    /** The payload as it arrives. */
    byte[] applyTo(byte[] payload) {
      if (!corrupted || payload.length == 0) return payload;
      byte[] damaged = payload.clone();
      int at = bit % (payload.length * 8);
      damaged[at / 8] ^= (byte) (1 << (at % 8));
      return damaged;
    }
  }
}
