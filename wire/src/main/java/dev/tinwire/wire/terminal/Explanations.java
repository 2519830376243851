package dev.tinwire.wire.terminal;

import java.util.Optional;

/**
 * What a line of a protocol does, in a few words, with the section that says so: {@code "asks for a
 * resource (RFC 9110 §9.3.1)"}. Each protocol has one small table of these.
 */
@FunctionalInterface
public interface Explanations {
  /** Explains nothing. */
  Explanations NONE = (_, _) -> Optional.empty();

  /** Which way a line went. */
  enum Direction {
    SENT,
    RECEIVED
  }

  Optional<String> of(Direction direction, String line);
}
