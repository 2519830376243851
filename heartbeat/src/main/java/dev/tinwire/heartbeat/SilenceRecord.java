package dev.tinwire.heartbeat;

import java.util.Arrays;

/**
 * The longest silences of a sliding window, as one maximum for each of 28 blocks, an octet each,
 * somewhere in an array: what is older than the window falls out block by block.
 */
final class SilenceRecord {
  static final int BLOCKS = 28;

  private SilenceRecord() {}

  /** Enters a silence that ended in this block. */
  static void enter(byte[] maxima, int from, int block, long silence) {
    int place = from + place(block);
    byte level = Level.of(silence);
    if (Byte.toUnsignedInt(level) > Byte.toUnsignedInt(maxima[place])) maxima[place] = level;
  }

  /** Forgets the blocks that the window leaves when it moves on to this one. */
  static void roll(byte[] maxima, int from, int newest, int block) {
    if (block - newest >= BLOCKS) {
      Arrays.fill(maxima, from, from + BLOCKS, (byte) 0);
    } else {
      for (int i = newest + 1; i <= block; i++) maxima[from + place(i)] = 0;
    }
  }

  /** The longest, or with {@code rank} 1 the longest of the other blocks; 0 if there is none. */
  static long longest(byte[] maxima, int from, int rank) {
    int first = 0;
    int second = 0;
    for (int i = from; i < from + BLOCKS; i++) {
      int number = Byte.toUnsignedInt(maxima[i]);
      if (number >= first) {
        second = first;
        first = number;
      } else if (number > second) {
        second = number;
      }
    }
    return Level.nanos((byte) (rank == 0 ? first : second));
  }

  /** In how many blocks there was, in either of two records, a silence at least as long. */
  static int blocksOver(byte[] maxima, int from, int other, long silence) {
    int least = Byte.toUnsignedInt(Level.of(silence));
    int count = 0;
    for (int i = 0; i < BLOCKS; i++) {
      int one = Byte.toUnsignedInt(maxima[from + i]);
      if (Math.max(one, Byte.toUnsignedInt(maxima[other + i])) >= least) count++;
    }
    return count;
  }

  /** In how many blocks there was a silence at least as long. */
  static int blocksOver(byte[] maxima, int from, long silence) {
    return blocksOver(maxima, from, from, silence);
  }

  private static int place(int block) {
    return Math.floorMod(block, BLOCKS);
  }
}
