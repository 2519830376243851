package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The books of the monitor: beats in, changes out. No clock, no socket, no thread; all that decides
 * is here, and tests hand in beats and moments as they like.
 *
 * <pre>
 *         first beat        silence > period + …       silence > deadline
 *   NEW ─────────────▶ UP ──────────────────▶ LATE ────────────────▶ DOWN
 *                       ▲ ◀───── beat ───────── │ ◀────── beat ─────── │     bye: ▶ BYE from each
 * </pre>
 */
final class Book {
  private static final long CLOCKS_APART = 600_000;

  final Roster roster;
  final Judge judge;
  final Knobs knobs;
  final OwnDrops drops = new OwnDrops();
  final Rejections rejected = new Rejections();
  private final BookRules rules;
  private final Detection detection;
  private final Herald herald;
  private final byte[] scratch = new byte[PairParser.LONGEST_ID];

  Book(BookRules rules, Detection detection, BookHearer hearer, RandomGenerator random) {
    this.rules = rules;
    this.detection = detection;
    herald = new Herald(hearer);
    roster = new Roster(rules.senders(), random);
    knobs = new Knobs(detection, herald);
    judge = new Judge(roster, detection, herald, rules.blind());
  }

  Detection detection() {
    return detection;
  }

  void reject(Rejection why) {
    rejected.add(why);
  }

  /** Somebody we were told of. */
  void expect(String id, Moment now) {
    byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
    Sender sender = roster.find(bytes, 0, bytes.length);
    if (sender == null) {
      sender = roster.add(bytes);
      detection.clear(sender.index);
      sender.since = now.nanos();
      roster.check(sender, now.nanos() + rules.grace().toNanos());
    }
    sender.expected = true;
  }

  /** One of a snapshot, still without what it says of it. */
  Sender restored(String id, Moment now) {
    byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
    Sender sender = roster.find(bytes, 0, bytes.length);
    if (sender == null) sender = roster.add(bytes);
    detection.clear(sender.index);
    sender.since = now.nanos();
    return sender;
  }

  /** When one that was expected before a restart is missing; never again if it was told then. */
  long graceLeft(Sender sender, long off, Moment now) {
    long due = sender.since + off + rules.grace().toNanos();
    return due > now.nanos() ? due : Long.MAX_VALUE;
  }

  void forget(Sender sender) {
    roster.remove(sender);
  }

  /** A beat that is well formed and, where that is asked for, signed. */
  void beat(BeatParser beat, InetAddress from, int port, Moment now) {
    Sender sender = find(beat, from, port);
    if (sender == null) sender = newcomer(beat, from, port, now);
    if (sender == null) return;
    var place = Numbering.of(sender, beat);
    var obstacle = obstacle(place, beat, now);
    if (obstacle != null) {
      reject(obstacle);
    } else if (place == Numbering.Place.DUPLICATE) {
      sender.duplicates++;
    } else {
      SenderViews.address(sender, from, port);
      enter(place, sender, beat, now);
    }
  }

  private @Nullable Rejection obstacle(Numbering.Place place, BeatParser beat, Moment now) {
    return switch (place) {
      case STALE -> Rejection.STALE;
      case FIRST -> isUntimely(beat, now) ? Rejection.UNTIMELY : null;
      case NEWS, OVERTAKEN, DUPLICATE, RESTART -> null;
    };
  }

  private void enter(Numbering.Place place, Sender sender, BeatParser beat, Moment now) {
    switch (place) {
      case FIRST -> {
        Numbering.begin(sender, beat);
        news(sender, beat, 0, now);
      }
      case NEWS -> news(sender, beat, Numbering.enter(sender, beat), now);
      case RESTART -> restart(sender, beat, now);
      case OVERTAKEN -> {
        sender.lost = Math.max(0, sender.lost + Numbering.enterOvertaken(sender, beat));
        sender.received++;
        sender.reordered++;
      }
      case DUPLICATE, STALE -> throw new IllegalStateException("changes nothing");
    }
  }

  private @Nullable Sender find(BeatParser beat, InetAddress from, int port) {
    if (beat.pairs.idTo > beat.pairs.idFrom) {
      return roster.find(beat.bytes, beat.pairs.idFrom, beat.pairs.idTo);
    }
    return roster.find(scratch, 0, nameOf(from, port));
  }

  /** Who gives no id is called by where it comes from. */
  private int nameOf(InetAddress from, int port) {
    String name = Endpoint.of(new InetSocketAddress(from, port)).toString();
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    int length = Math.min(scratch.length, bytes.length);
    System.arraycopy(bytes, 0, scratch, 0, length);
    return length;
  }

  private @Nullable Sender newcomer(BeatParser beat, InetAddress from, int port, Moment now) {
    var obstacle = obstacle(beat, now);
    if (obstacle != null) {
      reject(obstacle);
      return null;
    }
    boolean named = beat.pairs.idTo > beat.pairs.idFrom;
    byte[] id =
        named
            ? Arrays.copyOfRange(beat.bytes, beat.pairs.idFrom, beat.pairs.idTo)
            : Arrays.copyOf(scratch, nameOf(from, port));
    Sender sender = roster.add(id);
    detection.clear(sender.index);
    sender.since = now.nanos();
    return sender;
  }

  private @Nullable Rejection obstacle(BeatParser beat, Moment now) {
    if (rules.expectedOnly()) return Rejection.STRANGER;
    if (isUntimely(beat, now)) return Rejection.UNTIMELY;
    return roster.isFull() ? Rejection.FULL : null;
  }

  /** With nothing yet to tell a recorded beat by, its own time must do. */
  private boolean isUntimely(BeatParser beat, Moment now) {
    return rules.keyed()
        && beat.pairs.macAt >= 0
        && Math.abs(beat.stamp / 1_000_000 - now.millis()) > CLOCKS_APART;
  }

  private void restart(Sender sender, BeatParser beat, Moment now) {
    Numbering.begin(sender, beat);
    sender.restarts++;
    sender.excused = false;
    detection.forgive(sender.index);
    SenderState before = sender.state;
    long silence = now.nanos() - sender.arrival;
    roster.move(sender, SenderState.UP, now.nanos());
    enter(sender, beat, 0, true, now);
    herald.tell(sender, Happening.RESTART, before, silence, "it beats in a new run", now);
    if (before != SenderState.UP)
      herald.tell(sender, Happening.BACK, before, silence, "it beats again", now);
    ended(sender, beat, SenderState.UP, 0, silence, now);
  }

  private void news(Sender sender, BeatParser beat, long missed, Moment now) {
    SenderState before = sender.state;
    boolean first = sender.received == 0 && before == SenderState.NEW;
    long silence = first ? 0 : now.nanos() - sender.arrival;
    long ours = sender.excused ? missed : drops.claim(missed, now.nanos());
    sender.lost = (int) Math.min(Integer.MAX_VALUE, sender.lost + missed - ours);
    boolean forgiven = first || sender.excused || ours > 0 || before == SenderState.BYE;
    sender.excused = false;
    roster.move(sender, SenderState.UP, now.nanos());
    enter(sender, beat, missed, forgiven, now);
    if (first) herald.tell(sender, Happening.UP, before, silence, "its first beat came", now);
    else if (before != SenderState.UP && beat.pairs.status != Status.BYE) {
      herald.tell(sender, Happening.BACK, before, silence, "it beats again", now);
    }
    if (before == SenderState.DOWN && !forgiven) knobs.back(sender, now);
    ended(sender, beat, before, missed - ours, silence, now);
  }

  /** Learns from it, and sets its deadlines. */
  private void enter(Sender sender, BeatParser beat, long missed, boolean forgiven, Moment now) {
    if (Rhythm.period(sender, beat, missed, forgiven, now.nanos(), rules.period())) forgiven = true;
    long period = sender.periodNanos();
    if (forgiven) detection.forgive(sender.index);
    else if (beat.pairs.status != Status.BYE)
      Rhythm.jitter(sender, now.nanos() - sender.arrival - (missed + 1) * period);
    long pause = beat.pairs.pauseSeconds * 1_000_000_000L;
    long silent = sender.arrival;
    sender.arrival = now.nanos();
    long deadline = pause + detection.beat(sender.index, silent, now.nanos(), missed, period);
    sender.downAt = knobs.deadline(sender, now.nanos() + pause, deadline);
    if (pause > 0) detection.forgive(sender.index);
    long lateAt = now.nanos() + pause + Rhythm.lateAfter(sender);
    roster.check(sender, Math.min(lateAt, sender.downAt));
    sender.received++;
    sender.acknowledged = false;
    Rhythm.says(sender, beat);
  }

  /** Tells of the beat itself; a bye is told once, though it is sent several times. */
  private void ended(
      Sender sender, BeatParser beat, SenderState before, long missed, long silence, Moment now) {
    if (beat.pairs.status != Status.BYE) {
      herald.beat(sender, missed, silence, now);
      return;
    }
    roster.move(sender, SenderState.BYE, now.nanos());
    sender.downAt = Long.MAX_VALUE;
    roster.check(sender, Long.MAX_VALUE);
    if (before == SenderState.BYE) return;
    herald.tell(sender, Happening.BYE, before, 0, "it said that it would stop", now);
  }
}
