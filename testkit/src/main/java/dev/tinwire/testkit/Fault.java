package dev.tinwire.testkit;

/**
 * What a {@link FaultyLink} does to one direction.
 *
 * @param size how many bytes it passes on at a time
 * @param after after how many bytes it stops passing on
 * @param then what it does there
 */
public record Fault(int size, long after, Then then) {
  private static final int WHOLE = 16 * 1024;

  /** What happens after the last byte that is passed on. */
  public enum Then {
    /** This direction ends with a FIN; the other goes on. */
    CLOSE,
    /** Both sides get an RST. */
    RESET,
    /** Nothing more is read, so that the sender's writes get stuck; nothing is closed. */
    STALL
  }

  public Fault {
    if (size < 1 || after < 0) throw new IllegalArgumentException(size + " bytes, then " + after);
  }

  public static Fault none() {
    return new Fault(WHOLE, Long.MAX_VALUE, Then.CLOSE);
  }

  /** Passes on {@code size} bytes at a time, each flushed on its own. */
  public static Fault drip(int size) {
    return new Fault(size, Long.MAX_VALUE, Then.CLOSE);
  }

  public static Fault closeAfter(long bytes) {
    return new Fault(WHOLE, bytes, Then.CLOSE);
  }

  public static Fault resetAfter(long bytes) {
    return new Fault(WHOLE, bytes, Then.RESET);
  }

  public static Fault stallAfter(long bytes) {
    return new Fault(WHOLE, bytes, Then.STALL);
  }

  /** The same, but dripping until then. */
  public Fault dripping(int bytes) {
    return new Fault(bytes, after, then);
  }

  /** How many bytes may be passed on next when so many were already; 0 where it stops. */
  int next(long passed) {
    return (int) Math.min(size, after - passed);
  }
}
