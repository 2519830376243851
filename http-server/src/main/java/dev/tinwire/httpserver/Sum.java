package dev.tinwire.httpserver;

import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.terminal.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of a server's life, in one line. */
final class Sum {
  private Sum() {}

  /** {@code 12 requests (2 3xx, 1 4xx), 3 MiB received, 1.2 GiB sent in 0:42}. */
  static String of(Counters counters, Duration time) {
    var parts = new ArrayList<String>();
    parts.add(count(counters.requests(), "request") + kinds(counters));
    if (counters.received() > 0) parts.add(Sizes.readable(counters.received()) + " received");
    parts.add(Sizes.readable(counters.bytes()) + " sent in " + Figures.elapsed(time));
    if (counters.refused() > 0) {
      parts.add(count(counters.refused(), "connection") + " too many");
    }
    return String.join(", ", parts);
  }

  /** Only where not all of them went well. */
  private static String kinds(Counters counters) {
    var kinds = new ArrayList<String>();
    for (int status : List.of(3, 4, 5)) {
      long n = counters.requests(status);
      if (n > 0) kinds.add(n + " " + status + "xx");
    }
    return kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")";
  }

  private static String count(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
