package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import java.time.Duration;

/** The deadline of a sender in words. */
final class Why {
  private Why() {}

  static String of(Sender sender, Book book, Moment now) {
    String start = sender.name() + ": " + EventLine.word(sender.state);
    if (!sender.heard()) return start + "; it is expected, and was never heard of";
    start += "; its last beat came " + print(now.nanos() - sender.arrival) + " ago";
    if (!sender.isWatched()) return start + "; no deadline is running";
    return start
        + "; it is given up "
        + print(sender.downAt - sender.arrival)
        + " after it: the period of "
        + print(sender.periodNanos())
        + ", and what is allowed beyond. "
        + book.detection().why(sender.index, sender.arrival, sender.periodNanos());
  }

  private static String print(long nanos) {
    return Durations.print(Duration.ofMillis(nanos / 1_000_000));
  }
}
