package dev.tinwire.httpclient;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date of an {@code Expires} (RFC 6265bis §5.1.1). Servers write it in every way, so it is
 * picked together: the first thing that looks like a time, a day, a month and a year. Fields of
 * HTTP itself have {@link dev.tinwire.http.HttpDate}.
 */
final class CookieDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(\\D.*)?");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(\\D.*)?");
  private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(\\D.*)?");
  private static final int LONGEST = 1024;

  private int second = -1;
  private int minute;
  private int hour;
  private int day = -1;
  private int month = -1;
  private int year = -1;

  private CookieDate() {}

  static Optional<Instant> parse(String text) {
    if (text.length() > LONGEST) return Optional.empty();
    var date = new CookieDate();
    for (String token : text.split("[\\t\\x20-\\x2f\\x3b-\\x40\\x5b-\\x60\\x7b-\\x7e]+", -1)) {
      if (!token.isEmpty()) date.take(token);
    }
    return date.moment();
  }

  private void take(String token) {
    Matcher time = TIME.matcher(token);
    Matcher dayOfMonth = DAY.matcher(token);
    Matcher yearNumber = YEAR.matcher(token);
    if (second < 0 && time.matches()) {
      hour = number(time.group(1));
      minute = number(time.group(2));
      second = number(time.group(3));
    } else if (day < 0 && dayOfMonth.matches()) {
      day = number(dayOfMonth.group(1));
    } else if (month < 0 && isMonth(token)) {
      month = MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    } else if (year < 0 && yearNumber.matches()) {
      year = number(yearNumber.group(1));
    }
  }

  private static boolean isMonth(String token) {
    return token.length() >= 3 && MONTHS.contains(token.substring(0, 3).toLowerCase(Locale.ROOT));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private Optional<Instant> moment() {
    if (second < 0 || day < 0 || month < 0 || year < 0) return Optional.empty();
    int full = year + (year >= 70 && year <= 99 ? 1900 : year <= 69 ? 2000 : 0);
    if (full < 1601) return Optional.empty();
    try {
      return Optional.of(
          OffsetDateTime.of(full, month, day, hour, minute, second, 0, ZoneOffset.UTC).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty(); // no such day or hour
    }
  }
}
