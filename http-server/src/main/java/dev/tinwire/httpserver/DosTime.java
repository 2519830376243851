package dev.tinwire.httpserver;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The time that zip headers have had from the beginning (APPNOTE 4.4.6): steps of two seconds, the
 * years 1980 to 2107, and no word about the zone. We mean UTC, so that the same folder is the same
 * archive on every machine; who knows the extra field takes the time from there.
 */
final class DosTime {
  private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final LocalDateTime LAST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

  private DosTime() {}

  /** The date in the upper half, the time in the lower; what is too early or late is cut. */
  static int of(Instant instant) {
    Instant within = instant.isAfter(utc(LAST)) ? utc(LAST) : instant;
    LocalDateTime t =
        LocalDateTime.ofInstant(within.isBefore(utc(FIRST)) ? utc(FIRST) : within, ZoneOffset.UTC);
    int date = (t.getYear() - 1980) << 9 | t.getMonthValue() << 5 | t.getDayOfMonth();
    int time = t.getHour() << 11 | t.getMinute() << 5 | t.getSecond() / 2;
    return date << 16 | time;
  }

  private static Instant utc(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
