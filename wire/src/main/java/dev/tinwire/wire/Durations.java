package dev.tinwire.wire;

import java.time.Duration;

/** Durations as people write them: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h30m}. */
public final class Durations {
  private Durations() {}

  public static String print(Duration duration) {
    return duration.toString();
  }
}
