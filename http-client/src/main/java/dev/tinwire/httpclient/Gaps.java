package dev.tinwire.httpclient;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file lacks while several connections fill it: stretches that get shorter from the front.
 * Safe for the threads that fill them, one for each.
 */
final class Gaps {
  /** A stretch that is missing: bytes from one offset up to another, that one not included. */
  record Gap(long from, long to) {
    /** As a {@code Range} field has it, whose end is included (RFC 9110 §14.1.2). */
    String range() {
      return "bytes=" + from + "-" + (to - 1);
    }
  }

  /** A note is written anew when so much has come since the last one; what came later is lost. */
  static final long NOTED_EVERY = 2L << 20;

  private final long[] from;
  private final long[] to;
  private long sinceNoted;

  Gaps(List<Gap> gaps) {
    this.from = gaps.stream().mapToLong(Gap::from).toArray();
    this.to = gaps.stream().mapToLong(Gap::to).toArray();
  }

  /** A whole that is missing, in so many stretches of nearly one length. */
  static Gaps even(long length, int count) {
    var gaps = new ArrayList<Gap>();
    for (int i = 0; i < count; i++) {
      gaps.add(new Gap(length * i / count, length * (i + 1) / count));
    }
    return new Gaps(gaps);
  }

  int count() {
    return from.length;
  }

  synchronized Gap gap(int index) {
    return new Gap(from[index], to[index]);
  }

  /** Bytes have come, and are in the file; whether it is time to note what is left. */
  synchronized boolean filled(int index, long bytes) {
    from[index] += bytes;
    sinceNoted += bytes;
    if (sinceNoted < NOTED_EVERY) return false;
    sinceNoted = 0;
    return true;
  }

  /** Those that are still there. */
  synchronized List<Gap> left() {
    var left = new ArrayList<Gap>();
    for (int i = 0; i < from.length; i++) if (from[i] < to[i]) left.add(new Gap(from[i], to[i]));
    return List.copyOf(left);
  }

  /** How many bytes are missing. */
  synchronized long bytes() {
    long bytes = 0;
    for (int i = 0; i < from.length; i++) bytes += to[i] - from[i];
    return bytes;
  }
}
