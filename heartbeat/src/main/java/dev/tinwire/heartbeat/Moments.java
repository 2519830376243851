package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times and spans as people read them. */
final class Moments {
  private Moments() {}

  /** {@code 2026-11-20 18:00:12 UTC}. */
  static String print(Instant moment) {
    String text = moment.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.replace('T', ' ').replace("Z", " UTC");
  }

  /** A span no finer than its reader cares for: {@code 3d4h}, {@code 12m}, {@code 7.3s}. */
  static String span(Duration time) {
    if (time.isNegative()) return "-" + span(time.negated());
    if (time.toDays() > 0) return Durations.print(cut(time, Duration.ofHours(1)));
    if (time.toHours() > 0) return Durations.print(cut(time, Duration.ofMinutes(1)));
    if (time.toSeconds() >= 10) return Durations.print(cut(time, Duration.ofSeconds(1)));
    if (time.toSeconds() > 0) return Durations.print(cut(time, Duration.ofMillis(100)));
    return Durations.print(cut(time, Duration.ofMillis(1)));
  }

  private static Duration cut(Duration time, Duration unit) {
    return unit.multipliedBy(time.dividedBy(unit));
  }
}
