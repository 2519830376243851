package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the status page that lives: counts, banner, and the senders as a table. */
final class StatusTable {
  private final Observatory observatory;
  private final WatchLimits limits;

  StatusTable(Observatory observatory, WatchLimits limits) {
    this.observatory = observatory;
    this.limits = limits;
  }

  String html() {
    var scene = observatory.scene();
    var view = scene.view();
    var sorted = Trouble.sorted(view.senders());
    var shown = sorted.subList(0, Math.min(limits.rows(), sorted.size()));
    return "<div id=\"state\" data-title=\""
        + Markup.of(title(view))
        + "\">\n"
        + counts(view)
        + (view.blind()
            ? "<p class=\"blind\" role=\"alert\">The monitor is blind: so many senders"
                + " turned late at once that it must be us. Alarms are held.</p>\n"
            : "")
        + view.conflicts().stream()
            .map(words -> "<p class=\"conflict\">" + Markup.of(words) + "</p>\n")
            .collect(Collectors.joining())
        + "<table>\n<thead><tr><th>State<th>Sender<th>Group<th>Silence of its deadline<th>Period"
        + "<th>Jitter<th>Lost 1 h<th>Lost 24 h<th>Twice / out of order<th>Restarts<th>Since (UTC)"
        + "<th>Last 90 minutes<th>Up 30 d<th></tr></thead>\n<tbody>\n"
        + shown.stream().map(s -> row(s, scene)).collect(Collectors.joining())
        + "</tbody>\n</table>\n"
        + (sorted.size() > shown.size()
            ? "<p>and " + (sorted.size() - shown.size()) + " more, which are no worse off</p>\n"
            : "")
        + "</div>\n";
  }

  static String title(FleetView view) {
    long down = count(view, SenderState.DOWN);
    return (down > 0 ? "(" + down + " down) " : "") + "Heartbeats";
  }

  private static String counts(FleetView view) {
    String states =
        Stream.of(SenderState.values())
            .map(state ->
                "<span class=\"count "
                    + AlertText.word(state)
                    + "\"><b>"
                    + count(view, state)
                    + "</b> "
                    + AlertText.word(state)
                    + "</span>")
            .collect(Collectors.joining("\n"));
    return "<p class=\"counts\">"
        + states
        + "\n<span>"
        + String.format(Locale.ROOT, "%.1f", view.perSecond())
        + " beats/s</span>\n<span>"
        + view.ownDrops()
        + " dropped by us</span>\n<span>"
        + view.rejected()
        + " rejected</span>\n<time>"
        + Moments.print(view.now())
        + "</time></p>\n";
  }

  private static long count(FleetView view, SenderState state) {
    return view.senders().stream().filter(sender -> sender.state() == state).count();
  }

  private String row(SenderView sender, Scene scene) {
    var history = observatory.history();
    String state = AlertText.word(sender.state());
    String id = Markup.of(sender.id());
    String age = sender.lastSeen() == null ? "never" : Moments.span(sender.age());
    String silence = age + " of " + Moments.span(sender.deadline());
    return "<tr class=\""
        + state
        + "\"><td class=\"state\">"
        + state
        + "<th scope=\"row\"><a href=\"sender/"
        + id
        + "\">"
        + id
        + "</a>"
        + cell(Markup.of(scene.config().group(sender.id()).orElse("")))
        + cell(Pictures.silence(Trouble.silence(sender), silence) + " " + silence)
        + cell(Moments.span(sender.period()))
        + cell(Moments.span(sender.jitter()))
        + cell(percent(history.lastHour(sender)))
        + cell(percent(history.lastDay(sender)))
        + cell(sender.duplicates() + " / " + sender.reordered())
        + cell(Long.toString(sender.restarts()))
        + cell(Moments.print(sender.since()).replace(" UTC", ""))
        + cell(Pictures.strip(history.strip(sender.id())))
        + cell(uptime(sender, scene.now()))
        + cell(Markup.of(String.join(", ", notes(sender))))
        + "</tr>\n";
  }

  private List<String> notes(SenderView sender) {
    var held = observatory.hold(sender).map(Hold::words).stream();
    var known = sender.acknowledged() ? Stream.of("acknowledged") : Stream.<String>empty();
    return Stream.concat(held, known).toList();
  }

  private String uptime(SenderView sender, Instant now) {
    var share = observatory.uptimes().uptimes(sender.id(), now).get("30d");
    return share == null || share.isEmpty() ? "" : Report.percent(share) + " %";
  }

  private static String percent(Loss loss) {
    return String.format(Locale.ROOT, "%.1f %%", loss.percent());
  }

  private static String cell(String html) {
    return "<td>" + html;
  }
}
