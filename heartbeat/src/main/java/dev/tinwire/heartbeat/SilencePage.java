package dev.tinwire.heartbeat;

import java.util.Arrays;

/**
 * What {@link Silences} remembers of a thousand senders, 63 octets each, side by side.
 *
 * <pre>
 * | 28 clean levels | 28 lossy levels | newest block (4) | beats | since loss | forgiven |
 * </pre>
 */
final class SilencePage {
  /** Senders are kept by the thousand, so that no room is left empty when they grow in number. */
  static final int SENDERS = 1024;

  static final int LEVELS = 2 * SilenceRecord.BLOCKS;
  private static final int NEWEST = LEVELS;
  private static final int BEATS = NEWEST + 4;
  private static final int SINCE_LOSS = BEATS + 1;
  private static final int FORGIVEN = SINCE_LOSS + 1;
  private static final int RECORD = FORGIVEN + 1;

  final byte[] all = new byte[SENDERS * RECORD];

  SilencePage() {
    for (int i = 0; i < SENDERS; i++) clear(i);
  }

  void clear(int at) {
    Arrays.fill(all, clean(at), clean(at) + LEVELS, (byte) 0);
    newest(at, Integer.MIN_VALUE);
    beats(at, 0);
    sinceLoss(at, Silences.CLEAN_AFTER);
    forgive(at, true);
  }

  /** Where its levels of clean stretches are. */
  int clean(int at) {
    return at * RECORD;
  }

  /** Where its levels of lossy stretches are. */
  int lossy(int at) {
    return at * RECORD + SilenceRecord.BLOCKS;
  }

  /** Where the record of the kind of link is that it is now. */
  int record(int at) {
    return isClean(at) ? clean(at) : lossy(at);
  }

  boolean isClean(int at) {
    return sinceLoss(at) >= Silences.CLEAN_AFTER;
  }

  /** The block of the window that was entered last. */
  int newest(int at) {
    int from = at * RECORD + NEWEST;
    return (all[from] << 24)
        | ((all[from + 1] & 255) << 16)
        | ((all[from + 2] & 255) << 8)
        | (all[from + 3] & 255);
  }

  void newest(int at, int block) {
    int from = at * RECORD + NEWEST;
    for (int i = 0; i < 4; i++) all[from + i] = (byte) (block >> (24 - 8 * i));
  }

  int beats(int at) {
    return all[at * RECORD + BEATS];
  }

  void beats(int at, int count) {
    all[at * RECORD + BEATS] = (byte) count;
  }

  int sinceLoss(int at) {
    return all[at * RECORD + SINCE_LOSS];
  }

  void sinceLoss(int at, int beats) {
    all[at * RECORD + SINCE_LOSS] = (byte) beats;
  }

  boolean forgiven(int at) {
    return all[at * RECORD + FORGIVEN] != 0;
  }

  void forgive(int at, boolean forgiven) {
    all[at * RECORD + FORGIVEN] = (byte) (forgiven ? 1 : 0);
  }

  /** A copy of its levels, and room for three more. */
  byte[] levels(int at) {
    return Arrays.copyOfRange(all, clean(at), clean(at) + LEVELS + 3);
  }
}
