package dev.tinwire.wire.terminal;

import java.time.Duration;

/** Numbers and times for eyes, short and rounded; sizes are printed by {@code Sizes.readable}. */
public final class Figures {
  private Figures() {}

  /** One decimal, rounded half up. Not String.format, which alone costs a start 10 ms. */
  public static String tenths(double value) {
    long tenths = Math.round(value * 10);
    return (tenths < 0 ? "-" : "") + Math.abs(tenths / 10) + "." + Math.abs(tenths % 10);
  }

  /** {@code 0:07}, {@code 12:34}, {@code 1:02:03}: a time to wait, as a clock shows it. */
  public static String clock(Duration duration) {
    String seconds = two(duration.toSecondsPart());
    if (duration.toHours() == 0) return duration.toMinutes() + ":" + seconds;
    return duration.toHours() + ":" + two(duration.toMinutesPart()) + ":" + seconds;
  }

  /** {@code 0.3 s} below a minute, else as a clock shows it. */
  public static String elapsed(Duration duration) {
    return duration.toMinutes() == 0
        ? tenths(duration.toMillis() / 1000.0) + " s"
        : clock(duration);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
