package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for those whose time is up. It doubts itself first: it is asked only when every datagram
 * that has come is entered, a stall of our own moves all deadlines, and when half the fleet turns
 * late at once nobody is called down.
 */
final class Judge {
  private final Roster roster;
  private final Detection detection;
  private final Herald herald;
  private final Blindness blindness;
  private final List<Sender> turnedLate = new ArrayList<>();
  private final List<Sender> due = new ArrayList<>();

  Judge(Roster roster, Detection detection, Herald herald, Duration longestBlind) {
    this.roster = roster;
    this.detection = detection;
    this.herald = herald;
    blindness = new Blindness(longestBlind.toNanos());
  }

  boolean isBlind() {
    return blindness.isBlind();
  }

  /** Looks at all, and says who turned late just now: they may be asked whether they live. */
  List<Sender> judge(Moment now) {
    turnedLate.clear();
    due.clear();
    int end = roster.end();
    for (int i = 0; i < end; i++) if (roster.check(i) <= now.nanos()) look(i, now);
    doubt(now);
    if (!blindness.isBlind())
      for (Sender sender : due) down(sender, "nothing came" + Rhythm.lastWords(sender), now);
    return turnedLate;
  }

  private void look(int index, Moment now) {
    Sender sender = roster.at(index);
    if (sender == null) return;
    switch (sender.state) {
      case NEW -> {
        roster.check(sender, Long.MAX_VALUE);
        String why = "it is expected, and was never heard of";
        herald.tell(sender, Happening.MISSING, SenderState.NEW, 0, why, now);
      }
      case UP -> {
        roster.move(sender, SenderState.LATE, now.nanos());
        roster.check(sender, sender.downAt);
        turnedLate.add(sender);
        String why = "its next beat is late";
        herald.tell(sender, Happening.LATE, SenderState.UP, silence(sender, now), why, now);
      }
      case LATE -> due.add(sender);
      case DOWN, BYE -> roster.check(sender, Long.MAX_VALUE);
    }
  }

  private void doubt(Moment now) {
    int late = roster.count(SenderState.LATE);
    if (late == 0 && !blindness.isBlind()) return;
    int watched = late + roster.count(SenderState.UP);
    int together = blindness.isBlind() || turnedLate.isEmpty() ? 0 : together(now);
    if (blindness.look(watched, late, together, now.nanos())) {
      herald.blind(blindness.isBlind(), late, now);
      if (!blindness.isBlind()) due.removeIf(sender -> reprieve(sender, now));
    }
  }

  /** How many turned late within the last period. */
  private int together(Moment now) {
    int count = 0;
    for (int i = 0; i < roster.end(); i++) {
      Sender sender = roster.at(i);
      if (sender == null || sender.state != SenderState.LATE) continue;
      if (now.nanos() - sender.since <= sender.periodNanos()) count++;
    }
    return count;
  }

  /** Whoever has still not come back when the others have gets one period more. */
  private boolean reprieve(Sender sender, Moment now) {
    sender.downAt = now.nanos() + sender.periodNanos();
    roster.check(sender, sender.downAt);
    return true;
  }

  private void down(Sender sender, String why, Moment now) {
    roster.move(sender, SenderState.DOWN, now.nanos());
    roster.check(sender, Long.MAX_VALUE);
    herald.tell(sender, Happening.DOWN, SenderState.LATE, silence(sender, now), why, now);
  }

  /** Nobody listens any more where it beat from. */
  void closed(Sender sender, long asked, Moment now) {
    if (sender.state != SenderState.LATE || sender.arrival > asked) return;
    down(sender, "its port is closed: the program that beat has ended", now);
  }

  /** It was asked and has answered: not a beat, though a sign of life. */
  void answered(Sender sender, Moment now) {
    if (sender.state != SenderState.LATE && sender.state != SenderState.DOWN) return;
    SenderState before = sender.state;
    long silence = silence(sender, now);
    sender.downAt = now.nanos() + Math.max(sender.periodNanos(), sender.downAt - sender.arrival);
    roster.move(sender, SenderState.UP, now.nanos());
    roster.check(sender, now.nanos() + Rhythm.lateAfter(sender));
    herald.tell(sender, Happening.BACK, before, silence, "it answered when asked", now);
  }

  /** We stood still for so long: nobody is to be later by it. */
  void stalled(long by) {
    for (int i = 0; i < roster.end(); i++) {
      Sender sender = roster.at(i);
      if (sender == null || roster.check(i) == Long.MAX_VALUE) continue;
      roster.check(sender, roster.check(i) + by);
      if (sender.downAt != Long.MAX_VALUE) sender.downAt += by;
      if (2 * by > sender.periodNanos()) detection.forgive(sender.index);
    }
  }

  private static long silence(Sender sender, Moment now) {
    return now.nanos() - sender.arrival;
  }
}
