package dev.tinwire.httpclient;

import java.nio.file.Path;

/** Where a body goes. */
sealed interface Destination {
  /** To who called us: shown where that is a terminal, raw where not. */
  record Shown() implements Destination {}

  /** To standard output as it is, also where that is a terminal: {@code -o -}. */
  record Raw() implements Destination {}

  /** Into a file that the user named. */
  record Named(Path file) implements Destination {}

  /** Into a folder, under a name that the server chose. */
  record Received(Path folder, boolean replace) implements Destination {}

  default boolean isFile() {
    return this instanceof Named || this instanceof Received;
  }
}
