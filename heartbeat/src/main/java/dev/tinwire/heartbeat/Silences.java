package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The default rule: a sender is down when it has been silent for longer than it ever was, and then
 * some. For many senders at once.
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
  static final int CLEAN_AFTER = 64;

  /** In periods: the limits whose price is told. */
  private static final int[] LIMITS = {2, 3, 5, 10, 20, 30};

  private static final int PAGE = SilencePage.SENDERS;

  private final Tolerance tolerance;
  private final long block;
  private final List<SilencePage> pages = new ArrayList<>();

  Silences(Tolerance tolerance) {
    this.tolerance = tolerance;
    block = Math.max(1, tolerance.window().toNanos() / SilenceRecord.BLOCKS);
  }

  @Override
  public long beat(int who, long before, long arrival, long missed, long period) {
    SilencePage page = page(who);
    int at = who % PAGE;
    long cap = tolerance.cap(period);
    int now = roll(page, at, arrival);
    // A silence belongs to the kind of link on which it began: the gap that makes a clean link a
    // lossy one is what a clean link has to expect.
    long excess = arrival - before - period;
    if (!page.forgiven(at) && excess > 0) {
      SilenceRecord.enter(page.all, page.record(at), now, Math.min(Tolerance.most(period), excess));
    }
    page.forgive(at, false);
    page.sinceLoss(at, missed > 0 ? 0 : Math.min(CLEAN_AFTER, page.sinceLoss(at) + 1));
    if (page.beats(at) <= NEW) page.beats(at, page.beats(at) + 1);
    return arrival + period + Math.min(cap, Math.max(floor(page, at, period), learned(page, at)));
  }

  private static long floor(SilencePage page, int at, long period) {
    return Math.round(period * (page.beats(at) <= NEW ? FLOOR_WHILE_NEW : FLOOR));
  }

  private long learned(SilencePage page, int at) {
    return Math.round(MARGIN * longest(page, at));
  }

  private long longest(SilencePage page, int at) {
    return SilenceRecord.longest(page.all, page.record(at), tolerance.robust() ? 1 : 0);
  }

  /** Moves the window on, and says in which block this moment is. */
  private int roll(SilencePage page, int at, long moment) {
    int now = (int) Math.floorDiv(moment, block);
    int newest = page.newest(at);
    if (newest == Integer.MIN_VALUE || newest == now) {
      page.newest(at, now);
      return now;
    }
    SilenceRecord.roll(page.all, page.clean(at), newest, now);
    SilenceRecord.roll(page.all, page.lossy(at), newest, now);
    page.newest(at, now);
    return now;
  }

  private SilencePage page(int who) {
    while (pages.size() <= who / PAGE) pages.add(new SilencePage());
    return pages.get(who / PAGE);
  }

  @Override
  public void forgive(int who) {
    page(who).forgive(who % PAGE, true);
  }

  @Override
  public void clear(int who) {
    page(who).clear(who % PAGE);
  }

  @Override
  public byte[] save(int who) {
    SilencePage page = page(who);
    int at = who % PAGE;
    byte[] saved = page.levels(at);
    saved[SilencePage.LEVELS] = (byte) page.beats(at);
    saved[SilencePage.LEVELS + 1] = (byte) page.sinceLoss(at);
    saved[SilencePage.LEVELS + 2] = (byte) Math.floorMod(page.newest(at), SilenceRecord.BLOCKS);
    return saved;
  }

  /**
   * As if its newest block were the current one: that lengthens its memory by the time it was off.
   */
  @Override
  public void restore(int who, byte[] learned, long now) {
    clear(who);
    if (learned.length != SilencePage.LEVELS + 3) return;
    SilencePage page = page(who);
    int at = who % PAGE;
    int newest = (int) Math.floorDiv(now, block);
    int moved = Math.floorMod(newest - learned[SilencePage.LEVELS + 2], SilenceRecord.BLOCKS);
    for (int i = 0; i < SilencePage.LEVELS; i++) {
      int record = i / SilenceRecord.BLOCKS * SilenceRecord.BLOCKS;
      int place = record + (i + moved) % SilenceRecord.BLOCKS;
      page.all[page.clean(at) + place] = learned[i];
    }
    page.newest(at, newest);
    page.beats(at, Math.clamp(learned[SilencePage.LEVELS], 0, NEW + 1));
    page.sinceLoss(at, Math.clamp(learned[SilencePage.LEVELS + 1], 0, CLEAN_AFTER));
  }

  @Override
  public String why(int who, long arrival, long period) {
    SilencePage page = page(who);
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

  @Override
  public Optional<String> conflict(int who, long period, long limit) {
    SilencePage page = page(who);
    int at = who % PAGE;
    long own = Math.min(limit, tolerance.detectWithin().map(Duration::toNanos).orElse(limit));
    int often = over(page, at, own - period);
    long wish = period + Math.max(floor(page, at, period), learned(page, at));
    if (own == Long.MAX_VALUE || wish <= own || often == 0) return Optional.empty();
    String window = Durations.print(tolerance.window());
    return Optional.of(
        print(own)
            + " at the latest means about "
            + often
            + (often == 1 ? " false alarm in " : " false alarms in ")
            + window
            + " on this link; allow "
            + print(Math.min(wish, period + Tolerance.most(period)))
            + " or more false alarms");
  }

  /** In how many blocks it was silent for longer beyond its period, on whatever kind of link. */
  private static int over(SilencePage page, int at, long excess) {
    return SilenceRecord.blocksOver(page.all, page.clean(at), page.lossy(at), excess);
  }

  @Override
  public List<Budget> budget(int who, long period) {
    var budget = new ArrayList<Budget>();
    for (int periods : LIMITS) {
      int alarms = over(page(who), who % PAGE, (periods - 1) * period);
      budget.add(new Budget(Duration.ofNanos(periods * period), alarms, tolerance.window()));
    }
    return budget;
  }

  private String rule(SilencePage page, int at, long period, long longest, long cap) {
    long floor = floor(page, at, period);
    long learned = Math.round(MARGIN * longest);
    if (Math.max(floor, learned) > cap) {
      int often = SilenceRecord.blocksOver(page.all, page.record(at), cap);
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
    if (page.beats(at) <= NEW) return "a new sender is allowed " + print(floor);
    return "the floor of " + print(floor) + " holds";
  }

  private static String print(long nanos) {
    return Durations.print(Duration.ofMillis(Math.max(1, nanos / 1_000_000)));
  }
}
