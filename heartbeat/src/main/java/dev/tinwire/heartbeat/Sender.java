package dev.tinwire.heartbeat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one sender, but for its rhythm ({@link Silences}). There may be a
 * hundred thousand, so it holds numbers and hardly an object. Times are nanoseconds of the
 * monitor's monotonic clock.
 */
final class Sender {
  /** Its number in arrays. */
  final int index;

  final byte[] id;
  SenderState state = SenderState.NEW;
  @Nullable Extras extras;

  /** Of the current run; -1: the sender says none. */
  long boot = -1;

  /** The highest number that came; which of the 64 up to it came, the lowest bit is the highest. */
  long number;

  long window;
  long arrival;
  long downAt = Long.MAX_VALUE;

  /** Since when it is in its state. */
  long since;

  long received;

  /** In milliseconds; 0: not known yet. */
  int period;

  /** In microseconds. */
  int jitter;

  int lost;
  int duplicates;
  int reordered;
  int restarts;

  /** An IPv6 address, or an IPv4 one mapped into it. */
  long addressHigh;

  long addressLow;
  char port;

  /** How many numbers back the window holds: at first not 64. */
  byte depth;

  boolean expected;

  /** The gap before its next beat is the monitor's own. */
  boolean excused;

  boolean acknowledged;

  /** What only few have. */
  static final class Extras {
    /** When the beats of the window were sent, by number modulo 64; only without boot ids. */
    long @Nullable [] stamps;

    @Nullable Period estimate;
    Map<String, String> values = Map.of();
    Status status = Status.OK;

    /** Whether it was said that limits and false alarms do not go together here. */
    boolean conflictTold;

    /** Milliseconds since 1970, or 0. */
    long mutedUntil;

    Extras() {}
  }

  Sender(int index, byte[] id) {
    this.index = index;
    this.id = id;
  }

  String name() {
    return new String(id, StandardCharsets.US_ASCII);
  }

  /** Whether it ever beat. */
  boolean heard() {
    return depth > 0;
  }

  long periodNanos() {
    return period * 1_000_000L;
  }

  Extras extras() {
    Extras some = extras;
    if (some == null) extras = some = new Extras();
    return some;
  }

  /** Whether its silence is watched. */
  boolean isWatched() {
    return state == SenderState.UP || state == SenderState.LATE;
  }
}
