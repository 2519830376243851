package dev.tinwire.heartbeat;

import java.time.Duration;

/** Makes values of what happens, for those who hear of it. */
record Herald(BookHearer hearer) {
  void tell(
      Sender sender, Happening what, SenderState before, long silence, String why, Moment now) {
    var silent = Duration.ofNanos(Math.max(0, silence));
    var view = SenderViews.of(sender, now);
    hearer.change(new Change(now.instant(), what, before, view, silent, why));
  }

  void beat(Sender sender, long missed, long silence, Moment now) {
    hearer.beat(sender, missed, silence, now);
  }

  void conflict(Sender sender, String words, Moment now) {
    hearer.conflict(sender, words, now);
  }

  void blind(boolean blind, int silent, Moment now) {
    hearer.blind(blind, silent, now);
  }
}
