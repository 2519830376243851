package dev.tinwire.httpserver;

import java.time.Duration;

/** What became of a name and a password. */
sealed interface Verdict {
  record Known(Account account) implements Verdict {}

  record Wrong() implements Verdict {}

  /** Too many wrong ones before; this one has not been looked at. */
  record TooSoon(Duration left) implements Verdict {}

  /** Too many are being looked at just now. */
  record Busy() implements Verdict {}
}
