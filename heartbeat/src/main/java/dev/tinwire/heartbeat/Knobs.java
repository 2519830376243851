package dev.tinwire.heartbeat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a silence the user allows, for one sender beside what is allowed for all; and that this
 * and the wished rate of false alarms do not go together, where a link shows that. It is looked for
 * when somebody beats again who was called down, and said once for each sender.
 */
final class Knobs {
  private static final int REMEMBERED = 20;

  private final Detection detection;
  private final Herald herald;
  private final Map<String, Long> shortest = new HashMap<>();
  private final Deque<String> conflicts = new ArrayDeque<>();

  Knobs(Detection detection, Herald herald) {
    this.detection = detection;
    this.herald = herald;
  }

  /** The configuration was read: whose silence may be no longer than it says. */
  void within(Map<String, SenderRule> rules) {
    shortest.clear();
    rules.forEach((id, rule) -> rule.detectWithin().ifPresent(t -> shortest.put(id, t.toNanos())));
  }

  /** A deadline, or the one that the user wants to have instead. */
  long deadline(Sender sender, long from, long deadline) {
    if (shortest.isEmpty()) return deadline;
    Long most = shortest.get(sender.name());
    return most == null ? deadline : Math.min(deadline, from + most);
  }

  /** It was called down, and beats again. */
  void back(Sender sender, Moment now) {
    long limit = shortest.getOrDefault(sender.name(), Long.MAX_VALUE);
    var words = detection.conflict(sender.index, sender.periodNanos(), limit);
    if (words.isEmpty() || sender.extras().conflictTold) return;
    sender.extras().conflictTold = true;
    if (conflicts.size() == REMEMBERED) conflicts.removeFirst();
    conflicts.addLast(sender.name() + ": " + words.get());
    herald.conflict(sender, words.get(), now);
  }

  /** The latest of them. */
  List<String> conflicts() {
    return List.copyOf(conflicts);
  }
}
