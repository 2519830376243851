package dev.tinwire.heartbeat;

import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** How available each sender was, as CSV (RFC 4180, with a header line) or as JSON Lines. Pure. */
final class Report {
  private static final Duration LISTED = Duration.ofDays(30);

  private Report() {}

  static List<String> csv(FleetView view, UptimeBook books, MonitorConfig config) {
    var lines = new ArrayList<String>();
    var title = new ArrayList<>(List.of("id", "group", "state", "first_seen"));
    UptimeBook.windows().keySet().forEach(window -> title.add("uptime_" + window + "_percent"));
    title.addAll(List.of("downtimes_30d", "down_30d_s", "longest_30d_s"));
    lines.add(String.join(",", title));
    for (SenderView sender : view.senders()) lines.add(row(sender, view.now(), books, config));
    return lines;
  }

  private static String row(
      SenderView sender, Instant now, UptimeBook books, MonitorConfig config) {
    var row = new ArrayList<String>();
    row.add(sender.id());
    row.add(config.group(sender.id()).orElse(""));
    row.add(AlertText.word(sender.state()));
    row.add(books.first(sender.id()).map(Instant::toString).orElse(""));
    books.uptimes(sender.id(), now).values().forEach(share -> row.add(percent(share)));
    var down = lengths(sender.id(), now, books);
    row.add(Integer.toString(down.size()));
    row.add(seconds(down.stream().reduce(Duration.ZERO, Duration::plus)));
    row.add(seconds(down.stream().max(Duration::compareTo).orElse(Duration.ZERO)));
    return String.join(",", row); // ids, states, times and numbers: nothing that needs quotes
  }

  private static List<Duration> lengths(String id, Instant now, UptimeBook books) {
    var window = new Span(now.minus(LISTED), now);
    return books.downtimes(id).stream()
        .filter(downtime -> !downtime.planned())
        .map(downtime -> downtime.span(now).within(window).length())
        .filter(Duration::isPositive)
        .toList();
  }

  static List<String> json(FleetView view, UptimeBook books, MonitorConfig config) {
    return view.senders().stream()
        .map(sender -> object(sender, view.now(), books, config).print())
        .toList();
  }

  private static Json.Obj object(
      SenderView sender, Instant now, UptimeBook books, MonitorConfig config) {
    var json = Json.object().put("id", sender.id());
    var group = config.group(sender.id());
    if (group.isPresent()) json = json.put("group", group.get());
    json = json.put("state", AlertText.word(sender.state()));
    var first = books.first(sender.id());
    if (first.isPresent()) json = json.put("first_seen", first.get().toString());
    for (var uptime : books.uptimes(sender.id(), now).entrySet()) {
      if (uptime.getValue().isEmpty()) continue;
      json = json.put("uptime_" + uptime.getKey() + "_percent", rounded(uptime.getValue()));
    }
    var downtimes = books.downtimes(sender.id()).stream().map(UptimeJson::downtime).toList();
    return json.put("downtimes", new Json.Arr(downtimes));
  }

  private static Json rounded(OptionalDouble share) {
    return new Json.Num(percent(share));
  }

  /** Down to the next step, so that 100 means all of it. */
  static String percent(OptionalDouble share) {
    if (share.isEmpty()) return "";
    return String.format(Locale.ROOT, "%.3f", Math.floor(share.getAsDouble() * 1000) / 1000);
  }

  private static String seconds(Duration time) {
    return Long.toString(time.toSeconds());
  }
}
