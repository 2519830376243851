package dev.tinwire.wire.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure and what led to it, outermost first. */
final class Causes {
  /** Deeper than any the JDK makes; a chain that bites its tail ends here too. */
  private static final int MOST = 32;

  private Causes() {}

  static List<Throwable> of(Throwable failure) {
    var all = new ArrayList<Throwable>();
    for (@Nullable Throwable t = failure; t != null && all.size() < MOST; t = t.getCause()) {
      all.add(t);
    }
    return all;
  }

  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return of(failure).stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
