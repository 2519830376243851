package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The default rule: a sender is down when it has been silent for longer than it ever was, and then
 * some. For many senders at once, 64 octets each.
 *
 * <pre>
 * excess   = arrival - arrival before - period          of each beat that is news
 * deadline = arrival + period + min(cap, max(floor, 1.25 x longest excess in the window))
 * </pre>
 *
 * <p>Clean and lossy stretches are remembered apart, so that one stormy hour does not make the calm
 * ones slow. For silences that can be exchanged for each other the chance that the next window
 * brings a longer one than the last is bounded by rank alone, whatever their distribution: about
 * one false alarm for each window. The floor is above one period so that one lost beat never
 * alarms.
 */
final class Silences implements Detection {
  private static final double MARGIN = 1.25;
  private static final double FLOOR = 1.25;
  private static final double FLOOR_WHILE_NEW = 3;
  private static final int NEW = 60;

  /** A link counts as lossy until so many beats have come without a gap. */
  private static final int CLEAN_AFTER = 64;

  private static final int PAGE = 1024;
  private static final int LEVELS = 2 * SilenceRecord.BLOCKS;

  /** Senders are kept by the thousand, so that no room is left empty when they grow in number. */
  private static final class Page {
    final byte[] levels = new byte[PAGE * LEVELS];
    final int[] newest = new int[PAGE];
    final byte[] beats = new byte[PAGE];
    final byte[] sinceLoss = new byte[PAGE];
    final boolean[] forgiven = new boolean[PAGE];

    void clear(int at) {
      Arrays.fill(levels, at * LEVELS, (at + 1) * LEVELS, (byte) 0);
      newest[at] = Integer.MIN_VALUE;
      beats[at] = 0;
      sinceLoss[at] = CLEAN_AFTER;
      forgiven[at] = true;
    }

    boolean isClean(int at) {
      return sinceLoss[at] >= CLEAN_AFTER;
    }

    /** Where the record of the kind of link is that it is now. */
    int record(int at) {
      return at * LEVELS + (isClean(at) ? 0 : SilenceRecord.BLOCKS);
    }
  }

  private final Tolerance tolerance;
  private final long block;
  private final List<Page> pages = new ArrayList<>();

  Silences(Tolerance tolerance) {
    this.tolerance = tolerance;
    block = Math.max(1, tolerance.window().toNanos() / SilenceRecord.BLOCKS);
  }

  @Override
  public long beat(int who, long before, long arrival, long missed, long period) {
    Page page = page(who);
    int at = who % PAGE;
    long cap = tolerance.cap(period);
    int now = roll(page, at, arrival);
    // A silence belongs to the kind of link on which it began: the gap that makes a clean link a
    // lossy one is what a clean link has to expect.
    long excess = arrival - before - period;
    if (!page.forgiven[at] && excess > 0) {
      SilenceRecord.enter(page.levels, page.record(at), now, Math.min(cap, excess));
    }
    page.forgiven[at] = false;
    page.sinceLoss[at] = (byte) (missed > 0 ? 0 : Math.min(CLEAN_AFTER, page.sinceLoss[at] + 1));
    if (page.beats[at] <= NEW) page.beats[at]++;
    return arrival + period + Math.min(cap, Math.max(floor(page, at, period), learned(page, at)));
  }

  private static long floor(Page page, int at, long period) {
    return Math.round(period * (page.beats[at] <= NEW ? FLOOR_WHILE_NEW : FLOOR));
  }

  private long learned(Page page, int at) {
    return Math.round(MARGIN * longest(page, at));
  }

  private long longest(Page page, int at) {
    return SilenceRecord.longest(page.levels, page.record(at), tolerance.robust() ? 1 : 0);
  }

  /** Moves the window on, and says in which block this moment is. */
  private int roll(Page page, int at, long moment) {
    int now = (int) Math.floorDiv(moment, block);
    int newest = page.newest[at];
    if (newest == Integer.MIN_VALUE || newest == now) {
      page.newest[at] = now;
      return now;
    }
    SilenceRecord.roll(page.levels, at * LEVELS, newest, now);
    SilenceRecord.roll(page.levels, at * LEVELS + SilenceRecord.BLOCKS, newest, now);
    page.newest[at] = now;
    return now;
  }

  private Page page(int who) {
    while (pages.size() <= who / PAGE) {
      var page = new Page();
      for (int i = 0; i < PAGE; i++) page.clear(i);
      pages.add(page);
    }
    return pages.get(who / PAGE);
  }

  @Override
  public void forgive(int who) {
    page(who).forgiven[who % PAGE] = true;
  }

  @Override
  public void clear(int who) {
    page(who).clear(who % PAGE);
  }

  @Override
  public byte[] save(int who) {
    Page page = page(who);
    int at = who % PAGE;
    byte[] saved = Arrays.copyOfRange(page.levels, at * LEVELS, (at + 1) * LEVELS + 3);
    saved[LEVELS] = page.beats[at];
    saved[LEVELS + 1] = page.sinceLoss[at];
    saved[LEVELS + 2] = (byte) Math.floorMod(page.newest[at], SilenceRecord.BLOCKS);
    return saved;
  }

  /**
   * As if its newest block were the current one: that lengthens its memory by the time it was off.
   */
  @Override
  public void restore(int who, byte[] learned, long now) {
    clear(who);
    if (learned.length != LEVELS + 3) return;
    Page page = page(who);
    int at = who % PAGE;
    int newest = (int) Math.floorDiv(now, block);
    int moved = Math.floorMod(newest - learned[LEVELS + 2], SilenceRecord.BLOCKS);
    for (int i = 0; i < LEVELS; i++) {
      int record = i / SilenceRecord.BLOCKS * SilenceRecord.BLOCKS;
      int place = record + (i + moved) % SilenceRecord.BLOCKS;
      page.levels[at * LEVELS + place] = learned[i];
    }
    page.newest[at] = newest;
    page.beats[at] = (byte) Math.clamp(learned[LEVELS], 0, NEW + 1);
    page.sinceLoss[at] = (byte) Math.clamp(learned[LEVELS + 1], 0, CLEAN_AFTER);
  }

  @Override
  public String why(int who, long arrival, long period) {
    Page page = page(who);
    int at = who % PAGE;
    long longest = longest(page, at);
    long cap = tolerance.cap(period);
    String link = page.isClean(at) ? "a clean link" : "a link that loses";
    String silence =
        longest == 0
            ? "no silence beyond the period is on record"
            : "the longest silence on record is " + print(longest) + " beyond the period";
    return link + "; " + silence + "; " + rule(page, at, period, longest, cap);
  }

  private String rule(Page page, int at, long period, long longest, long cap) {
    long floor = floor(page, at, period);
    long learned = Math.round(MARGIN * longest);
    if (Math.max(floor, learned) > cap) {
      int often = SilenceRecord.blocksOver(page.levels, page.record(at), cap);
      String both =
          tolerance.detectWithin().isEmpty() || often == 0
              ? ""
              : " (on this link it means about "
                  + often
                  + " false alarms in "
                  + Durations.print(tolerance.window())
                  + ")";
      return "the cap of " + print(cap) + " holds" + both;
    }
    if (learned > floor) return "a quarter more is allowed";
    if (page.beats[at] <= NEW) return "a new sender is allowed " + print(floor);
    return "the floor of " + print(floor) + " holds";
  }

  private static String print(long nanos) {
    return Durations.print(Duration.ofMillis(Math.max(1, nanos / 1_000_000)));
  }
}
