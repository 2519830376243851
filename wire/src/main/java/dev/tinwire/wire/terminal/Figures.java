package dev.tinwire.wire.terminal;

import java.time.Duration;

/** Numbers for eyes: short, rounded, with their unit. */
public final class Figures {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Figures() {}

  /** {@code 999 B}, {@code 1.5 KiB}, {@code 12.0 MiB}: powers of 1024, one decimal. */
  public static String bytes(long bytes) {
    if (bytes < 1024) return bytes + " B";
    int unit = 0;
    double value = bytes;
    // 1023.95 would be printed as 1024.0: it belongs to the next unit.
    while (value >= 1023.95 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return tenths(value) + " " + UNITS[unit];
  }

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
