package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When one sender was not heard, in bounded memory: the last downtimes in full, older ones added up
 * by the day (UTC), those of more than 90 days ago not at all. Not safe for several threads.
 */
final class Availability {
  static final int DAYS = 90;

  /** How long it was down and away on one day, of downtimes that are no longer listed. */
  record Day(Duration down, Duration away) {
    static final Day NONE = new Day(Duration.ZERO, Duration.ZERO);

    Day plus(Duration time, boolean planned) {
      return planned ? new Day(down, away.plus(time)) : new Day(down.plus(time), away);
    }
  }

  private final int most;
  private final Instant first;
  private final ArrayDeque<Downtime> downtimes = new ArrayDeque<>();
  private final TreeMap<LocalDate, Day> folded = new TreeMap<>();

  /**
   * Of a sender first heard of then.
   *
   * @param most downtimes that are kept in full
   */
  Availability(Instant first, int most) {
    this.first = first;
    this.most = most;
  }

  Instant first() {
    return first;
  }

  /** Whether it was never away. */
  boolean isSpotless() {
    return downtimes.isEmpty() && folded.isEmpty();
  }

  /** All that are known in full, the oldest first. */
  List<Downtime> downtimes() {
    return List.copyOf(downtimes);
  }

  SortedMap<LocalDate, Day> folded() {
    return folded;
  }

  Optional<Downtime> open() {
    return Optional.ofNullable(downtimes.peekLast()).filter(last -> last.to().isEmpty());
  }

  /** It is not heard any more. One that had said goodbye first only stays away. */
  void fell(Instant from, boolean planned, String why) {
    if (open().isPresent()) return;
    add(new Downtime(from, Optional.empty(), planned, why));
  }

  void rose(Instant now) {
    open()
        .ifPresent(last -> {
          downtimes.removeLast();
          downtimes.addLast(last.until(now.isAfter(last.from()) ? now : last.from()));
        });
  }

  /** One more, of now or out of a file. */
  void add(Downtime downtime) {
    downtimes.addLast(downtime);
    if (downtimes.size() > most) fold(downtimes.removeFirst());
  }

  void addFolded(LocalDate day, Day sums) {
    folded.put(day, sums);
  }

  private void fold(Downtime old) {
    Instant at = old.from();
    Instant end = old.to().orElse(at);
    while (at.isBefore(end)) {
      LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
      Span today = new Span(at, end).within(span(day));
      folded.merge(
          day,
          Day.NONE.plus(today.length(), old.planned()),
          (a, b) -> new Day(a.down().plus(b.down()), a.away().plus(b.away())));
      at = today.to();
    }
    while (folded.size() > DAYS) folded.pollFirstEntry();
  }

  private static Span span(LocalDate day) {
    return new Span(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /**
   * Which part of a time it was up, in percent; nothing where nobody looked at all.
   *
   * @param unwatched times in which the monitor did not run; nothing is known of them
   */
  OptionalDouble uptime(Duration window, Instant now, List<Span> unwatched) {
    Instant begin = now.minus(window);
    var whole = new Span(begin.isAfter(first) ? begin : first, now);
    var unknown = new ArrayList<>(unwatched);
    downtimes.stream().filter(Downtime::planned).map(d -> d.span(now)).forEach(unknown::add);
    var unions = Span.union(unknown);
    Duration watched = whole.length().minus(whole.covered(unions)).minus(old(whole, true));
    if (!watched.isPositive()) return OptionalDouble.empty();
    Duration down = old(whole, false);
    for (Downtime downtime : downtimes) {
      if (downtime.planned()) continue;
      Span part = downtime.span(now).within(whole);
      if (part.length().isPositive()) down = down.plus(part.length().minus(part.covered(unions)));
    }
    double share = (double) down.toMillis() / Math.max(1, watched.toMillis());
    return OptionalDouble.of(100 * Math.clamp(1 - share, 0, 1));
  }

  /** Of days that reach into the window, as much as of their hours does. */
  private Duration old(Span whole, boolean planned) {
    Duration sum = Duration.ZERO;
    for (var entry : folded.entrySet()) {
      Span day = span(entry.getKey());
      Duration inside = day.within(whole).length();
      Duration time = planned ? entry.getValue().away() : entry.getValue().down();
      sum =
          sum.plus(
              Duration.ofMillis(time.toMillis() * inside.toMillis() / day.length().toMillis()));
    }
    return sum;
  }
}
