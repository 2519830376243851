package dev.tinwire.heartbeat;

/**
 * The longest silences of a sliding window, as one maximum for each of 28 blocks: what is older
 * than the window falls out block by block.
 */
final class SilenceRecord {
  static final int BLOCKS = 28;

  private final long block;
  private final byte[] maxima = new byte[BLOCKS];
  private long newest = Long.MIN_VALUE;

  /**
   * An empty record.
   *
   * @param window how far it looks back, in nanoseconds
   */
  SilenceRecord(long window) {
    block = Math.max(1, window / BLOCKS);
  }

  /** Enters a silence that ended at this moment. */
  void enter(long moment, long silence) {
    int place = roll(moment);
    byte level = Level.of(silence);
    if (Byte.toUnsignedInt(level) > Byte.toUnsignedInt(maxima[place])) maxima[place] = level;
  }

  /** The longest, or with {@code rank} 1 the longest of the other blocks; 0 if there is none. */
  long longest(long moment, int rank) {
    roll(moment);
    int first = 0;
    int second = 0;
    for (byte level : maxima) {
      int number = Byte.toUnsignedInt(level);
      if (number >= first) {
        second = first;
        first = number;
      } else if (number > second) {
        second = number;
      }
    }
    return Level.nanos((byte) (rank == 0 ? first : second));
  }

  /** Forgets the blocks that the window has left, and says where this moment's block is. */
  private int roll(long moment) {
    long now = Math.floorDiv(moment, block);
    if (newest == Long.MIN_VALUE) newest = now;
    long passed = Math.min(BLOCKS, now - newest);
    for (long i = 0; i < passed; i++) maxima[place(now - i)] = 0;
    newest = Math.max(newest, now);
    return place(newest);
  }

  private static int place(long number) {
    return (int) Math.floorMod(number, (long) BLOCKS);
  }
}
