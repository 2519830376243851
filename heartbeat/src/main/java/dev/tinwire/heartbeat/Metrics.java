package dev.tinwire.heartbeat;

import dev.tinwire.wire.command.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The fleet in Prometheus's text format, version 0.0.4. Of very many senders there are only totals
 * and those in trouble: each name is a time series there, and those are dear. Pure.
 */
final class Metrics {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final WatchLimits limits;
  private final StringBuilder out = new StringBuilder(4096);

  Metrics(WatchLimits limits) {
    this.limits = limits;
  }

  String of(Scene scene) {
    var view = scene.view();
    monitor(view);
    totals(view);
    boolean many = view.senders().size() > limits.metricsIds();
    var told = view.senders().stream().filter(s -> !many || s.state() != SenderState.UP).toList();
    each(told, scene.config());
    return out.toString();
  }

  private void monitor(FleetView view) {
    head("heartbeat_monitor_info", "gauge", "The monitor; its absence is an alarm of its own.");
    sample(
        "heartbeat_monitor_info{version=\""
            + label(Version.line().replaceFirst("^tinwire ", ""))
            + "\"}",
        "1");
    one(
        "heartbeat_monitor_start_time_seconds",
        "gauge",
        "When it was started.",
        time(view.since()));
    one(
        "heartbeat_monitor_datagrams_total",
        "counter",
        "Datagrams that came.",
        "" + view.received());
    one(
        "heartbeat_monitor_rejected_total",
        "counter",
        "Those that were malformed, forged or replayed.",
        "" + view.rejected());
    one(
        "heartbeat_monitor_dropped_total",
        "counter",
        "Datagrams that the kernel threw away since we were too slow.",
        "" + view.ownDrops());
    one(
        "heartbeat_monitor_blind",
        "gauge",
        "Whether so many are late at once that it must be us.",
        view.blind() ? "1" : "0");
  }

  private void totals(FleetView view) {
    head("heartbeat_senders", "gauge", "Senders in each state.");
    for (SenderState state : SenderState.values()) {
      long count = view.senders().stream().filter(s -> s.state() == state).count();
      String word = AlertText.word(state);
      sample("heartbeat_senders{state=\"" + word + "\"}", Long.toString(count));
    }
  }

  /** The numbers are the page's promise to those who keep them; an enum's order is not. */
  private static String number(SenderState state) {
    return switch (state) {
      case NEW -> "0";
      case UP -> "1";
      case LATE -> "2";
      case DOWN -> "3";
      case BYE -> "4";
    };
  }

  private void each(List<SenderView> senders, MonitorConfig config) {
    Function<SenderView, String> labels = sender -> labels(sender.id(), config);
    family("up", "gauge", "Whether it beats.", senders, labels, s -> beats(s) ? "1" : "0");
    family(
        "state",
        "gauge",
        "0 new, 1 up, 2 late, 3 down, 4 said goodbye.",
        senders,
        labels,
        s -> number(s.state()));
    family(
        "last_seen_timestamp_seconds",
        "gauge",
        "When its last beat came.",
        senders.stream().filter(s -> s.lastSeen() != null).toList(),
        labels,
        Metrics::lastSeen);
    family(
        "deadline_seconds",
        "gauge",
        "The silence after which it is given up.",
        senders,
        labels,
        s -> seconds(s.deadline()));
    family(
        "jitter_seconds",
        "gauge",
        "How unevenly it beats.",
        senders,
        labels,
        s -> seconds(s.jitter()));
    counter("beats", "Beats that came.", senders, labels, SenderView::received);
    counter("lost", "Beats that did not come.", senders, labels, SenderView::lost);
    counter("duplicate", "Beats that came again.", senders, labels, SenderView::duplicates);
    counter("reordered", "Beats that came late.", senders, labels, SenderView::reordered);
    counter("restarts", "Times it was started again.", senders, labels, SenderView::restarts);
  }

  private static boolean beats(SenderView sender) {
    return sender.state() == SenderState.UP || sender.state() == SenderState.LATE;
  }

  private static String lastSeen(SenderView sender) {
    Instant seen = sender.lastSeen();
    return seen == null ? "0" : time(seen);
  }

  private void counter(
      String name,
      String help,
      List<SenderView> senders,
      Function<SenderView, String> labels,
      Function<SenderView, Long> value) {
    family(name + "_total", "counter", help, senders, labels, s -> value.apply(s).toString());
  }

  private void family(
      String name,
      String type,
      String help,
      List<SenderView> senders,
      Function<SenderView, String> labels,
      Function<SenderView, String> value) {
    if (senders.isEmpty()) return;
    head("heartbeat_" + name, type, help);
    for (SenderView sender : senders) {
      sample("heartbeat_" + name + labels.apply(sender), value.apply(sender));
    }
  }

  private static String labels(String id, MonitorConfig config) {
    String group = config.group(id).map(g -> ",group=\"" + label(g) + "\"").orElse("");
    return "{id=\"" + label(id) + "\"" + group + "}";
  }

  private static String label(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private void one(String name, String type, String help, String value) {
    head(name, type, help);
    sample(name, value);
  }

  private void head(String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private void sample(String name, String value) {
    out.append(name).append(' ').append(value).append('\n');
  }

  private static String time(Instant moment) {
    return String.format(Locale.ROOT, "%.3f", moment.toEpochMilli() / 1e3);
  }

  private static String seconds(Duration time) {
    return Double.toString(time.toNanos() / 1e9);
  }
}
