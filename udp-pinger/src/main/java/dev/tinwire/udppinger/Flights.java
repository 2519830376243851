package dev.tinwire.udppinger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * When each of the last packets left: written by the sending thread just before the call that
 * sends, read by the receiving thread when the answer is there. A window over the numbers, so that
 * a long run needs no more room than a short one.
 */
final class Flights {
  private static final VarHandle NUMBER = MethodHandles.arrayElementVarHandle(long[].class);

  /** A packet that could not be sent, and why. */
  record Failure(long number, String reason) {}

  private final int mask;
  private final long[] numbers;
  private final long[] nanoTimes;
  private final long[] epochs;
  private final long[] calls;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong settled = new AtomicLong();
  private final ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Thread keeper;

  /**
   * @param room a power of two: of so many packets the times are kept
   */
  Flights(int room) {
    if (Integer.bitCount(room) != 1) throw new IllegalArgumentException("no power of two: " + room);
    mask = room - 1;
    numbers = new long[room];
    nanoTimes = new long[room];
    epochs = new long[room];
    calls = new long[room];
    Arrays.fill(numbers, -1);
  }

  /**
   * The packet of that number leaves now.
   *
   * @param call of {@link PingSocket#send}, counted from 0: more than one where the first failed
   */
  void leaves(long number, long nanoTime, long epochNanos, long call) {
    int at = (int) number & mask;
    nanoTimes[at] = nanoTime;
    epochs[at] = epochNanos;
    calls[at] = call;
    NUMBER.setRelease(numbers, at, number);
    begun.setRelease(number + 1);
  }

  /** Whom to wake when a packet could not be sent. */
  void keeper(Thread thread) {
    keeper = thread;
  }

  /** It did not leave after all. */
  void failed(long number, String reason) {
    failures.add(new Failure(number, reason));
    LockSupport.unpark(keeper); // else he might sleep for a second
  }

  ConcurrentLinkedQueue<Failure> failures() {
    return failures;
  }

  /** How many have left; their numbers are smaller than this. */
  long begun() {
    return begun.getAcquire();
  }

  /** All packets with smaller numbers are answered or given up; says the keeper of the books. */
  void settledBelow(long number) {
    settled.setRelease(number);
  }

  /** Whether the next packet would take the place of one whose answer is still waited for. */
  boolean full() {
    return begun.getPlain() - settled.getAcquire() > mask;
  }

  boolean knows(long number) {
    return number >= 0 && (long) NUMBER.getAcquire(numbers, (int) number & mask) == number;
  }

  /** As it was noted; only of a number that is {@linkplain #knows known}. */
  long nanoTime(long number) {
    return nanoTimes[(int) number & mask];
  }

  /** When it left by the wall clock. */
  long epochNanos(long number) {
    return epochs[(int) number & mask];
  }

  /** By which call it left. */
  long call(long number) {
    return calls[(int) number & mask];
  }

  /** The number of which a wire carries the lower 32 bits: the greatest that has left. */
  long whole(long wire) {
    long latest = begun() - 1;
    return latest - Integer.toUnsignedLong((int) latest - (int) wire);
  }
}
