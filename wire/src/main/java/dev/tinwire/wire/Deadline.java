package dev.tinwire.wire;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment by which a whole exchange must be over. One deadline for each exchange, not a timeout
 * for each read: a peer that drips a byte a second passes every read timeout and no deadline.
 */
public final class Deadline {
  private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;
  private static final Duration LONGEST = Duration.ofNanos(LONGEST_NANOS);
  private static final Deadline NEVER =
      new Deadline(() -> 0, 0, Duration.ofSeconds(Long.MAX_VALUE));

  private final LongSupplier nanoTime;
  private final long end;
  private final Duration allowed;

  private Deadline(LongSupplier nanoTime, long end, Duration allowed) {
    this.nanoTime = nanoTime;
    this.end = end;
    this.allowed = allowed;
  }

  public static Deadline in(Duration allowed) {
    return in(allowed, System::nanoTime);
  }

  /** On a clock of one's own; tests pass a clock they move by hand. */
  public static Deadline in(Duration allowed, LongSupplier nanoTime) {
    return new Deadline(nanoTime, nanoTime.getAsLong() + nanos(allowed), allowed);
  }

  /** Cut to 146 years: more would overflow, and comparing by difference needs half the range. */
  static long nanos(Duration duration) {
    return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
  }

  /** For exchanges that a person ends, such as a shell waiting at its prompt. */
  public static Deadline never() {
    return NEVER;
  }

  /** What is left, never negative. */
  public Duration remaining() {
    return this == NEVER ? allowed : Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
  }

  /**
   * The same as a number, for who asks often; cut as {@link #nanos}, and negative behind the end.
   */
  long left() {
    return this == NEVER ? LONGEST_NANOS : end - nanoTime.getAsLong();
  }

  public boolean passed() {
    return this != NEVER && end - nanoTime.getAsLong() <= 0;
  }

  /** All that was allowed when the exchange began, for messages. */
  public Duration allowed() {
    return allowed;
  }

  /** This deadline, or one in {@code limit} from now if that is sooner. */
  public Deadline orSooner(Duration limit) {
    if (this == NEVER) return limit.compareTo(allowed) < 0 ? in(limit) : this;
    return left() <= nanos(limit) ? this : in(limit, nanoTime);
  }

  /**
   * Throws if the deadline has passed.
   *
   * @param doing what was going on, to fill "timed out after 5s while …"
   */
  public void check(String doing) throws TimedOut {
    if (passed()) throw timedOut(doing);
  }

  public TimedOut timedOut(String doing) {
    return new TimedOut("timed out after " + Durations.print(allowed) + " while " + doing);
  }
}
