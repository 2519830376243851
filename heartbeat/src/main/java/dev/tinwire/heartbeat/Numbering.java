package dev.tinwire.heartbeat;

import org.jspecify.annotations.Nullable;

/**
 * Which beat of its sender this is. A sender that names its run (boot) makes it plain. The
 * textbook's does not: there a number that is known with another time begins a new run, and so does
 * one far behind with a time that was not seen; a known number with its own time is a copy.
 */
final class Numbering {
  static final int WINDOW = 64;

  private Numbering() {}

  enum Place {
    FIRST,
    NEWS,
    /** It was overtaken by a later one. */
    OVERTAKEN,
    DUPLICATE,
    /** The first of a new run. */
    RESTART,
    /** Of a run that is over, or older than can be told from a recorded one. */
    STALE
  }

  /** Looks, and changes nothing. */
  static Place of(Sender sender, BeatParser beat) {
    if (!sender.heard()) return Place.FIRST;
    long boot = beat.pairs.boot;
    if (boot != sender.boot) return boot > sender.boot ? Place.RESTART : Place.STALE;
    long back = sender.number - beat.number;
    if (back < 0) return Place.NEWS;
    boolean known = back < sender.depth && ((sender.window >>> back) & 1) != 0;
    if (boot < 0) return byTime(sender, beat, back, known);
    if (back >= WINDOW) return Place.STALE;
    return known ? Place.DUPLICATE : Place.OVERTAKEN;
  }

  private static Place byTime(Sender sender, BeatParser beat, long back, boolean known) {
    long[] stamps = stamps(sender);
    if (known) return stamps[place(beat.number)] == beat.stamp ? Place.DUPLICATE : Place.RESTART;
    if (back >= WINDOW) return contains(stamps, beat.stamp) ? Place.DUPLICATE : Place.RESTART;
    // Before all that we know of this run, though sent later than its newest: another run.
    boolean before = back >= sender.depth;
    boolean later = beat.stamp > stamps[place(sender.number)];
    return before && later ? Place.RESTART : Place.OVERTAKEN;
  }

  /** Begins a run with this beat. */
  static void begin(Sender sender, BeatParser beat) {
    sender.boot = beat.pairs.boot;
    sender.number = beat.number;
    sender.window = 1;
    sender.depth = 1;
    if (sender.boot < 0) {
      sender.extras().stamps = new long[WINDOW];
      remember(sender, beat);
    } else if (sender.extras != null) {
      sender.extras.stamps = null;
    }
  }

  /** Enters news, and says how many numbers were left out before it. */
  static long enter(Sender sender, BeatParser beat) {
    long ahead = beat.number - sender.number;
    sender.window = ahead < WINDOW ? (sender.window << ahead) | 1 : 1;
    sender.depth = (byte) Math.min(WINDOW, sender.depth + Math.min(WINDOW, ahead));
    sender.number = beat.number;
    remember(sender, beat);
    return ahead - 1;
  }

  /**
   * Enters one that was overtaken, and says by how much that changes the number of those lost: it
   * is one less, or if it came before all we know of the run, those between are missing too.
   */
  static int enterOvertaken(Sender sender, BeatParser beat) {
    int back = (int) (sender.number - beat.number);
    sender.window |= 1L << back;
    remember(sender, beat);
    if (back < sender.depth) return -1;
    int more = back - sender.depth;
    sender.depth = (byte) (back + 1);
    return more;
  }

  private static void remember(Sender sender, BeatParser beat) {
    if (sender.boot < 0) stamps(sender)[place(beat.number)] = beat.stamp;
  }

  private static long[] stamps(Sender sender) {
    long @Nullable [] stamps = sender.extras().stamps;
    if (stamps == null) sender.extras().stamps = stamps = new long[WINDOW];
    return stamps;
  }

  private static boolean contains(long[] stamps, long stamp) {
    for (long one : stamps) if (one == stamp) return true;
    return false;
  }

  private static int place(long number) {
    return (int) (number & (WINDOW - 1));
  }
}
