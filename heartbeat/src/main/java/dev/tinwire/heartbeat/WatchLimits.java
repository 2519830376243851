package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.command.Command.Entry;
import java.time.Duration;
import java.util.List;

/**
 * What showing and reacting take at most.
 *
 * @param histories senders whose past is remembered; in a larger fleet only those in trouble have a
 *     strip, a loss and an uptime
 * @param intervals senders whose single intervals are remembered, for the plot
 * @param downtimes each sender's last downtimes in full; older ones are added up by day
 * @param queue notices that wait for one way out; the oldest are dropped, and counted
 * @param hooks programs that run at once
 * @param hookTime after which a program is ended
 * @param callTime for one request to a webhook, Alertmanager, Consul or ping URL
 * @param patience for how long a notice is tried again
 * @param viewers pages that are live at once
 * @param controlTime for one conversation over the control socket
 * @param metricsIds above so many senders /metrics has totals and those in trouble only
 * @param rows senders that a page or a screen shows, the most troubled first
 */
record WatchLimits(
    int histories,
    int intervals,
    int downtimes,
    int queue,
    int hooks,
    Duration hookTime,
    Duration callTime,
    Duration patience,
    int viewers,
    Duration controlTime,
    int metricsIds,
    int rows) {
  static final WatchLimits DEFAULT =
      new WatchLimits(
          20_000,
          2_000,
          100,
          1_000,
          8,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofHours(1),
          100,
          Duration.ofSeconds(5),
          20_000,
          500);

  /** For the help page. */
  List<Entry> entries() {
    return List.of(
        new Entry(hooks + " hooks", "run at once, " + Durations.print(hookTime) + " each"),
        new Entry(queue + " notices", "wait for each way out, then the oldest go"),
        new Entry(
            Durations.print(callTime),
            "for each request; tried again for " + Durations.print(patience)),
        new Entry(downtimes + " downtimes", "of each sender in full, older ones by day"),
        new Entry(
            histories + " senders",
            "with a past, in a larger fleet those in trouble; "
                + intervals
                + " with single intervals"),
        new Entry(viewers + " pages", "live at once, " + rows + " rows each"));
  }
}
