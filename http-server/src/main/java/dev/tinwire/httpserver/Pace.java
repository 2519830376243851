package dev.tinwire.httpserver;

import java.time.Duration;

/**
 * The slowest a peer may be while it sends a body or takes an answer: never still for longer than
 * {@code stall}, and beyond the first of these not slower than so many bytes a second. A big
 * download that is slow but moves goes on; one byte every half minute does not.
 *
 * <p>Only the time we spend waiting for the peer counts, not that in which a handler thinks.
 */
public record Pace(Duration stall, int bytesPerSecond) {
  private static final double NANOS = 1e9;

  public Pace {
    if (stall.isNegative() || stall.isZero()) throw new IllegalArgumentException("stall " + stall);
    if (bytesPerSecond < 1) throw new IllegalArgumentException(bytesPerSecond + " bytes/s");
  }

  /**
   * How much longer to wait for the next bytes.
   *
   * @param waited nanoseconds spent waiting in this direction since the message began
   * @param bytes how many have come or gone in that time
   */
  long patience(long waited, long bytes) {
    double earned = (double) bytes / bytesPerSecond; // seconds: as nanoseconds it could overflow
    double left = (double) (stall.toNanos() - waited) + earned * NANOS;
    return (long) Math.clamp(left, 0.0, (double) stall.toNanos());
  }
}
