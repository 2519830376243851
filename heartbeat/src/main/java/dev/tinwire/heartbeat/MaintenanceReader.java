package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Grammar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code [maintenance NAME]}: {@code for = all | ID, group:NAME}, {@code zone =
 * Europe/Berlin} and either {@code days = mon-fri}, {@code from = 02:00}, {@code to = 03:30} or,
 * once, {@code from = 2026-12-01T08:00} and {@code to} likewise.
 */
final class MaintenanceReader {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String GROUP = "group:";

  private MaintenanceReader() {}

  static Optional<Maintenance> read(String name, SectionReader reader, ZoneId home) {
    Scope scope = scope(reader.list("for", Grammar.TEXT));
    ZoneId zone = reader.value("zone", MaintenanceReader::zone).orElse(home);
    var days = EnumSet.noneOf(DayOfWeek.class);
    reader.list("days", MaintenanceReader::days).forEach(days::addAll);
    return days.isEmpty()
        ? once(name, scope, zone, reader)
        : weekly(name, scope, days, zone, reader);
  }

  private static Optional<Maintenance> once(
      String name, Scope scope, ZoneId zone, SectionReader reader) {
    var from = reader.value("from", MaintenanceReader::dateTime);
    var to = reader.value("to", MaintenanceReader::dateTime);
    if (from.isEmpty() || to.isEmpty()) {
      reader.missing(
          "a window needs from and to: with days = mon-fri as 02:00, else as 2026-12-01T08:00");
      return Optional.empty();
    }
    if (!from.get().isBefore(to.get())) reader.fault("the window ends before it begins");
    return Optional.of(new Maintenance.Once(name, scope, from.get(), to.get(), zone));
  }

  private static Optional<Maintenance> weekly(
      String name, Scope scope, Set<DayOfWeek> days, ZoneId zone, SectionReader reader) {
    var from = reader.value("from", MaintenanceReader::time);
    var to = reader.value("to", MaintenanceReader::time);
    if (from.isEmpty() || to.isEmpty()) {
      reader.missing("a window needs from and to, such as from = 02:00 and to = 03:30");
      return Optional.empty();
    }
    return Optional.of(new Maintenance.Weekly(name, scope, days, from.get(), to.get(), zone));
  }

  /** Nobody named means everybody. */
  private static Scope scope(List<String> words) {
    if (words.isEmpty() || words.contains("all")) return Scope.ALL;
    var ids = new HashSet<String>();
    var groups = new HashSet<String>();
    for (String word : words) {
      if (word.startsWith(GROUP)) groups.add(word.substring(GROUP.length()));
      else ids.add(word);
    }
    return new Scope(false, ids, groups);
  }

  private static Set<DayOfWeek> days(String text) throws Malformed {
    var ends = text.toLowerCase(Locale.ROOT).split("-", 2);
    int from = DAYS.indexOf(ends[0]);
    int to = DAYS.indexOf(ends[ends.length - 1]);
    if (from < 0 || to < 0) {
      throw new Malformed("day", text, 0, "write mon, tue, wed, thu, fri, sat, sun, or mon-fri");
    }
    var days = EnumSet.of(DayOfWeek.of(from + 1));
    for (int day = from; day != to; day = (day + 1) % 7) days.add(DayOfWeek.of((day + 1) % 7 + 1));
    return days;
  }

  private static LocalTime time(String text) throws Malformed {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException _) {
      throw new Malformed("time of day", text, 0, "write it as 02:00");
    }
  }

  private static LocalDateTime dateTime(String text) throws Malformed {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeException _) {
      throw new Malformed("date and time", text, 0, "write it as 2026-12-01T08:00");
    }
  }

  private static ZoneId zone(String text) throws Malformed {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException _) {
      throw new Malformed("time zone", text, 0, "write it as Europe/Berlin, UTC or +01:00");
    }
  }
}
