package dev.tinwire.heartbeat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** A time in which senders may stop: what happens is recorded, but nobody is called. */
sealed interface Maintenance {
  String name();

  Scope scope();

  boolean covers(Instant moment);

  /**
   * On some days of each week. It is the local time of a place: where the clocks change, it moves
   * with them. One that ends before it begins runs past midnight and belongs to the day on which it
   * began.
   */
  record Weekly(
      String name, Scope scope, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone)
      implements Maintenance {
    public Weekly {
      days = Set.copyOf(days);
    }

    @Override
    public boolean covers(Instant moment) {
      var local = moment.atZone(zone);
      LocalTime time = local.toLocalTime();
      boolean today = days.contains(local.getDayOfWeek());
      if (from.isBefore(to)) return today && !time.isBefore(from) && time.isBefore(to);
      boolean yesterday = days.contains(local.getDayOfWeek().minus(1));
      return (today && !time.isBefore(from)) || (yesterday && time.isBefore(to));
    }
  }

  /** Once. */
  record Once(String name, Scope scope, LocalDateTime from, LocalDateTime to, ZoneId zone)
      implements Maintenance {
    @Override
    public boolean covers(Instant moment) {
      return !moment.isBefore(from.atZone(zone).toInstant())
          && moment.isBefore(to.atZone(zone).toInstant());
    }
  }
}
