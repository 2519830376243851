package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The uptime books as JSON. Pure.
 *
 * <pre>
 * {"uptime":1,"saved":"…","unwatched":[["from","to"],…],
 *  "flaps":{"db-1":{"points":2.1,"at":"…","flapping":false}},
 *  "senders":{"db-1":{"first":"…",
 *    "downtimes":[{"from":"…","to":"…","planned":false,"why":"…"},…],
 *    "days":{"2026-11-20":[down_ms,away_ms]}}}}
 * </pre>
 */
final class UptimeJson {
  private UptimeJson() {}

  static Json.Obj print(
      Map<String, Availability> senders,
      List<Span> unwatched,
      Map<String, Flaps.Penalty> flaps,
      Instant now) {
    var books = new LinkedHashMap<String, Json>();
    new TreeMap<>(senders).forEach((id, book) -> books.put(id, book(book)));
    var gaps = new ArrayList<Json>();
    for (Span span : unwatched) gaps.add(Json.array(moment(span.from()), moment(span.to())));
    return Json.object()
        .put("uptime", 1)
        .put("saved", moment(now))
        .put("unwatched", new Json.Arr(gaps))
        .put("flaps", flaps(flaps))
        .put("senders", new Json.Obj(books));
  }

  private static Json flaps(Map<String, Flaps.Penalty> flaps) {
    var all = new LinkedHashMap<String, Json>();
    new TreeMap<>(flaps)
        .forEach((id, penalty) ->
            all.put(
                id,
                Json.object()
                    .put("points", penalty.points())
                    .put("at", moment(penalty.at()))
                    .put("flapping", penalty.suppressed())));
    return new Json.Obj(all);
  }

  private static Json book(Availability book) {
    var days = new LinkedHashMap<String, Json>();
    book.folded()
        .forEach((date, day) ->
            days.put(
                date.toString(),
                Json.array(
                    Json.Num.of(day.down().toMillis()), Json.Num.of(day.away().toMillis()))));
    return Json.object()
        .put("first", moment(book.first()))
        .put(
            "downtimes", new Json.Arr(book.downtimes().stream().map(UptimeJson::downtime).toList()))
        .put("days", new Json.Obj(days));
  }

  static Json downtime(Downtime downtime) {
    var json = Json.object().put("from", moment(downtime.from()));
    if (downtime.to().isPresent()) json = json.put("to", moment(downtime.to().get()));
    return json.put("planned", downtime.planned()).put("why", downtime.why());
  }

  private static Json moment(Instant moment) {
    return new Json.Str(moment.toString());
  }

  /** Fills the books; from when the file was saved until now nobody listened. */
  static void read(Json json, UptimeBook books, WatchLimits limits, Instant now) throws Malformed {
    if (json.get("uptime").number().longValue() != 1) {
      throw new Malformed("uptime file", json.get("uptime").print(), 0, "made by a newer program");
    }
    for (Json gap : json.get("unwatched").items()) {
      books.unwatched(new Span(moment(gap.get(0)), moment(gap.get(1))));
    }
    Instant saved = moment(json.get("saved"));
    if (saved.isBefore(now)) books.unwatched(new Span(saved, now));
    // Files of older versions have none.
    var flaps = json.find("flaps").orElse(Json.object());
    for (var flap : flaps.members().entrySet())
      books.flaps().put(flap.getKey(), penalty(flap.getValue()));
    for (var sender : json.get("senders").members().entrySet()) {
      books.put(sender.getKey(), book(sender.getValue(), limits));
    }
  }

  private static Flaps.Penalty penalty(Json json) throws Malformed {
    double points = json.get("points").number().doubleValue();
    return new Flaps.Penalty(points, moment(json.get("at")), json.get("flapping").truth());
  }

  private static Availability book(Json json, WatchLimits limits) throws Malformed {
    var book = new Availability(moment(json.get("first")), limits.downtimes());
    for (var day : json.get("days").members().entrySet()) {
      book.addFolded(
          date(day.getKey()),
          new Availability.Day(millis(day.getValue().get(0)), millis(day.getValue().get(1))));
    }
    for (Json item : json.get("downtimes").items()) {
      Optional<Json> to = item.find("to");
      book.add(
          new Downtime(
              moment(item.get("from")),
              to.isPresent() ? Optional.of(moment(to.get())) : Optional.empty(),
              item.get("planned").truth(),
              item.get("why").text()));
    }
    return book;
  }

  private static Instant moment(Json json) throws Malformed {
    String text = json.text();
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw new Malformed("moment", text, 0, "expected one such as 2026-11-20T18:00:00Z");
    }
  }

  private static LocalDate date(String text) throws Malformed {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new Malformed("date", text, 0, "expected one such as 2026-11-20");
    }
  }

  private static Duration millis(Json json) throws Malformed {
    return Duration.ofMillis(json.number().longValue());
  }
}
