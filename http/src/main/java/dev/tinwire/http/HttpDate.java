package dev.tinwire.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A moment as HTTP writes it (RFC 9110 §5.6.7): three forms are read, one is written.
 *
 * <pre>
 * IMF-fixdate   Sun, 06 Nov 1994 08:49:37 GMT     ; the form that is written
 * rfc850-date   Sunday, 06-Nov-94 08:49:37 GMT    ; two digits of the year: the 50-year rule
 * asctime-date  Sun Nov  6 08:49:37 1994
 * </pre>
 *
 * What is no date is empty, never a fault: every field that holds one says to ignore it then. Days
 * must exist in the calendar. The second 60 is read where the grammar has it, at 23:59:60, as the
 * first of the next day, for our clock has no leap seconds.
 */
public final class HttpDate {
  /**
   * A leniency: the day of the week must be one of the seven, not the right one. It says nothing
   * that the rest does not say, and §5.6.7 asks recipients to be robust.
   */
  private static final boolean ANY_DAY_OF_WEEK = true;

  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private static final List<String> LONG_DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  // A zero stands for any digit, an underscore for any character, all else for itself.
  private static final String IMF_FIXDATE = "___, 00 ___ 0000 00:00:00 GMT";
  private static final String AFTER_LONG_DAY = ", 00-___-00 00:00:00 GMT";
  private static final String ASCTIME = "___ ___ _0 00:00:00 0000";

  private final String text;
  private final boolean anyCase;

  private HttpDate(String text, boolean anyCase) {
    this.text = text;
    this.anyCase = anyCase;
  }

  /**
   * The moment this text names, if it is one of the three forms to the letter.
   *
   * @param clock asked for today's century when the year has two digits
   */
  public static Optional<Instant> parse(String text, InstantSource clock) {
    return new HttpDate(text, false).read(clock);
  }

  /** As {@link #parse}, but in any case, as caches ought to compare (RFC 9111 §4.2). */
  public static Optional<Instant> parseInAnyCase(String text, InstantSource clock) {
    return new HttpDate(text, true).read(clock);
  }

  /** The IMF-fixdate; fractions of a second are cut off. */
  public static String print(Instant moment) {
    LocalDateTime t = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
    if (t.getYear() < 0 || t.getYear() > 9999) {
      throw new IllegalArgumentException("the year needs four digits: " + moment);
    }
    var out = new StringBuilder(29).append(DAYS.get(t.getDayOfWeek().getValue() - 1));
    digits(out.append(", "), t.getDayOfMonth());
    out.append(' ').append(MONTHS.get(t.getMonthValue() - 1));
    digits(out.append(' '), t.getYear() / 100);
    digits(out, t.getYear() % 100);
    digits(out.append(' '), t.getHour());
    digits(out.append(':'), t.getMinute());
    digits(out.append(':'), t.getSecond());
    return out.append(" GMT").toString();
  }

  private static void digits(StringBuilder out, int number) {
    out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private Optional<Instant> read(InstantSource clock) {
    if (fits(0, IMF_FIXDATE)) {
      return moment(word(0, 3, DAYS), number(12, 4), word(8, 3, MONTHS), number(5, 2), 17);
    }
    if (fits(0, ASCTIME)) {
      // The day is two digits or a blank and one.
      int day = text.charAt(8) == ' ' ? number(9, 1) : number(8, 2);
      return moment(word(0, 3, DAYS), number(20, 4), word(4, 3, MONTHS), day, 11);
    }
    int comma = text.indexOf(',');
    return comma > 0 && fits(comma, AFTER_LONG_DAY) ? rfc850(comma, clock) : Optional.empty();
  }

  /** The 50-year rule: the last year with these two digits that is not over 50 years from now. */
  private Optional<Instant> rfc850(int comma, InstantSource clock) {
    Instant now = clock.instant();
    Instant limit = now.atOffset(ZoneOffset.UTC).plusYears(50).toInstant();
    int limitYear = limit.atOffset(ZoneOffset.UTC).getYear();
    int year = limitYear - limitYear % 100 + number(comma + 9, 2);
    if (year > limitYear) year -= 100;
    Optional<Instant> latest = rfc850(comma, year);
    boolean beyond = year == limitYear && latest.isPresent() && latest.get().isAfter(limit);
    return beyond ? rfc850(comma, year - 100) : latest;
  }

  private Optional<Instant> rfc850(int comma, int year) {
    int day = number(comma + 2, 2);
    return moment(word(0, comma, LONG_DAYS), year, word(comma + 5, 3, MONTHS), day, comma + 12);
  }

  private Optional<Instant> moment(int weekday, int year, int month, int day, int timeAt) {
    if (weekday < 0 || month < 0 || day < 1) return Optional.empty();
    if (year < 0 || day > YearMonth.of(year, month + 1).lengthOfMonth()) return Optional.empty();
    LocalDate date = LocalDate.of(year, month + 1, day);
    if (!ANY_DAY_OF_WEEK && weekday != date.getDayOfWeek().getValue() - 1) return Optional.empty();
    int hour = number(timeAt, 2);
    int minute = number(timeAt + 3, 2);
    int second = number(timeAt + 6, 2);
    boolean leap = hour == 23 && minute == 59 && second == 60;
    if (hour > 23 || minute > 59 || (second > 59 && !leap)) return Optional.empty();
    long secondOfDay = hour * 3600L + minute * 60L + second;
    return Optional.of(Instant.ofEpochSecond(date.toEpochDay() * 86_400 + secondOfDay));
  }

  /** Whether the text has just this shape from {@code from} to its end. */
  private boolean fits(int from, String shape) {
    if (text.length() != from + shape.length()) return false;
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(from + i);
      char wanted = shape.charAt(i);
      boolean right =
          switch (wanted) {
            case '0' -> Octet.isDigit(c);
            case '_' -> true;
            default -> c == wanted || (anyCase && Character.toUpperCase(c) == wanted);
          };
      if (!right) return false;
    }
    return true;
  }

  /** Which of these words stands there, or -1. */
  private int word(int from, int length, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() == length && text.regionMatches(anyCase, from, word, 0, length)) return i;
    }
    return -1;
  }

  /** The number of these digits, or -1 where one is none. */
  private int number(int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      char c = text.charAt(i);
      if (!Octet.isDigit(c)) return -1;
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
