package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that somebody is to be told.
 *
 * @param sender whom it is about, or nobody where it is about the monitor
 * @param before its state until then
 * @param silence how long it was silent, or zero
 * @param reason in words
 * @param lines the whole story, for people; the first line is the title
 * @param manner who is to get it
 */
record Notice(
    Instant time,
    Kind kind,
    Optional<SenderView> sender,
    SenderState before,
    Duration silence,
    String reason,
    List<String> lines,
    Manner manner) {
  Notice {
    lines = List.copyOf(lines);
  }

  /** What it tells. Only some of it is worth waking somebody. */
  enum Kind {
    UP(false),
    LATE(false),
    RESTART(false),
    BYE(false),
    DOWN(true),
    MISSING(true),
    BACK(true),
    REMINDER(true),
    FLAPPING(true),
    STEADY(true),
    BLIND(true),
    SIGHTED(true);

    private final boolean alarm;

    Kind(boolean alarm) {
      this.alarm = alarm;
    }

    /** As events are written everywhere: in small letters. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether webhooks and mail get it, and not only the hooks: not who was only late comes back. */
  boolean alarm() {
    boolean returned = kind == Kind.BACK;
    return kind.alarm && (!returned || before == SenderState.DOWN || before == SenderState.NEW);
  }

  String title() {
    return lines.getFirst();
  }

  String subject() {
    return sender.map(SenderView::id).orElse("monitor");
  }
}
