package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of a sender's own page that lives. */
final class SenderPart {
  private static final int DOWNTIMES = 50;

  private final Observatory observatory;
  private final boolean open;

  /**
   * Of one that shows all.
   *
   * @param open whether whoever reads this may know where senders are and what they say
   */
  SenderPart(Observatory observatory, boolean open) {
    this.observatory = observatory;
    this.open = open;
  }

  /** Nothing, if there is no such sender. */
  Optional<String> html(String id) {
    var scene = observatory.scene();
    return scene.find(id).map(sender -> html(sender, scene));
  }

  private String html(SenderView sender, Scene scene) {
    String id = sender.id();
    String state = AlertText.word(sender.state());
    return "<div id=\"state\" data-title=\""
        + Markup.of(id + ": " + state)
        + "\">\n<h2 class=\""
        + state
        + "\">"
        + Markup.of(id)
        + " <span class=\"state\">"
        + state
        + "</span></h2>\n<dl>\n"
        + facts(sender, scene).entrySet().stream()
            .map(fact -> "<dt>" + fact.getKey() + "<dd>" + Markup.of(fact.getValue()) + "\n")
            .collect(Collectors.joining())
        + "</dl>\n<h3>Between beats, and the deadline</h3>\n"
        + IntervalPlot.of(observatory.history().intervals(id))
        + "\n<h3>How far apart beats came</h3>\n"
        + SilenceHistogram.of(observatory.history().intervals(id))
        + budget(observatory.fleet().budget(id))
        + "\n<h3>Up</h3>\n"
        + uptimes(id, scene.now())
        + "<h3>Last 90 minutes</h3>\n"
        + Pictures.strip(observatory.history().strip(id))
        + "\n<h3>Downtimes</h3>\n"
        + downtimes(id, scene.now())
        + "</div>\n";
  }

  private SequencedMap<String, String> facts(SenderView sender, Scene scene) {
    var facts = new LinkedHashMap<String, String>();
    Instant seen = sender.lastSeen();
    facts.put("Since", Moments.print(sender.since()));
    facts.put("Last beat", seen == null ? "never" : Moments.print(seen));
    facts.put(
        "Silence",
        seen == null ? "" : Moments.span(sender.age()) + " of " + Moments.span(sender.deadline()));
    facts.put("Period", Moments.span(sender.period()));
    facts.put("Jitter", Moments.span(sender.jitter()));
    facts.put(
        "Beats",
        sender.received()
            + ", lost "
            + sender.lost()
            + ", twice "
            + sender.duplicates()
            + ", out of order "
            + sender.reordered());
    facts.put(
        "Lost in the last hour",
        String.format(Locale.ROOT, "%.1f %%", observatory.history().lastHour(sender).percent()));
    facts.put("Restarts", Long.toString(sender.restarts()));
    scene.config().group(sender.id()).ifPresent(group -> facts.put("Group", group));
    observatory.hold(sender).ifPresent(hold -> facts.put("Nobody is called", hold.words()));
    if (!open) return facts;
    facts.put("Why this deadline", observatory.fleet().why(sender.id()));
    var address = sender.address();
    if (address != null) facts.put("Address", Endpoint.of(address).toString());
    sender.values().forEach((name, value) -> facts.put(Markup.of(name), value));
    return facts;
  }

  private static String budget(List<Budget> budget) {
    if (budget.isEmpty()) return "";
    String window = Moments.span(budget.getFirst().window());
    return "\n<h3>What a limit costs</h3>\n<table class=\"budget\"><tr><th scope=\"row\">Down after"
        + cells(budget, one -> Moments.span(one.silence()))
        + "</tr><tr><th scope=\"row\">False alarms in "
        + window
        + cells(budget, one -> one.alarms() == 0 ? "&lt; 1" : "about " + one.alarms())
        + "</tr></table>";
  }

  private static String cells(List<Budget> budget, Function<Budget, String> cell) {
    return budget.stream().map(one -> "<td>" + cell.apply(one)).collect(Collectors.joining());
  }

  private String uptimes(String id, Instant now) {
    var out = new StringBuilder("<table class=\"uptimes\"><tr>");
    var uptimes = observatory.uptimes().uptimes(id, now);
    uptimes.keySet().forEach(window -> out.append("<th scope=\"col\">").append(window));
    out.append("</tr><tr>");
    uptimes
        .values()
        .forEach(share ->
            out.append("<td>").append(share.isEmpty() ? "-" : Report.percent(share) + " %"));
    return out.append("</tr></table>\n").toString();
  }

  private String downtimes(String id, Instant now) {
    var all = observatory.uptimes().downtimes(id).reversed();
    if (all.isEmpty()) return "<p class=\"none\">None.</p>\n";
    return "<table><thead><tr><th>From<th>To<th>Length<th></tr></thead><tbody>\n"
        + all.stream().limit(DOWNTIMES).map(d -> downtime(d, now)).collect(Collectors.joining())
        + "</tbody></table>\n";
  }

  private String downtime(Downtime downtime, Instant now) {
    Duration length = downtime.span(now).length();
    String kind = downtime.planned() ? "planned" : open ? downtime.why() : "";
    return "<tr><td>"
        + Moments.print(downtime.from())
        + "<td>"
        + downtime.to().map(Moments::print).orElse("lasts")
        + "<td>"
        + Moments.span(length)
        + "<td>"
        + Markup.of(kind)
        + "</tr>\n";
  }
}
