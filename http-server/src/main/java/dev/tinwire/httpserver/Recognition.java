package dev.tinwire.httpserver;

import java.time.Duration;

/** What became of a name and a password. */
sealed interface Recognition {
  record Known(Account account) implements Recognition {}

  record Wrong() implements Recognition {}

  /** Too many wrong ones before; this one has not been looked at. */
  record TooSoon(Duration left) implements Recognition {}

  /** Too many are being looked at just now. */
  record Busy() implements Recognition {}
}
