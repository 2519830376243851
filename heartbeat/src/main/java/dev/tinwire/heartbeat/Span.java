package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A time from one moment to another. */
record Span(Instant from, Instant to) {
  Duration length() {
    return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
  }

  Span within(Span other) {
    return new Span(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  /** The same times in order and without overlaps. */
  static List<Span> union(List<Span> spans) {
    var merged = new ArrayList<Span>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (!span.to.isAfter(span.from)) continue;
      boolean apart = merged.isEmpty() || merged.getLast().to.isBefore(span.from);
      if (apart) merged.add(span);
      else if (merged.getLast().to.isBefore(span.to)) {
        merged.add(new Span(merged.removeLast().from, span.to));
      }
    }
    return merged;
  }

  /** How much of this the spans, which do not overlap each other, cover. */
  Duration covered(List<Span> spans) {
    return spans.stream().map(s -> s.within(this).length()).reduce(Duration.ZERO, Duration::plus);
  }
}
