package dev.tinwire.heartbeat;

import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What Prometheus's Alertmanager is told each round: who is down and not held, and who is no more.
 * An alert that is not repeated ends there by itself, so a round may get lost, and two monitors
 * that say the same are one alert. Has a memory; no clock, no socket.
 */
final class AlertmanagerAlerts {
  static final Duration EVERY = Duration.ofMinutes(1);

  /** An alert outlives three rounds that got lost. */
  private static final Duration LASTS = EVERY.multipliedBy(4);

  private static final int AT_ONCE = 1000;

  private final Map<String, Json.Obj> firing = new LinkedHashMap<>();
  private final History history;

  AlertmanagerAlerts(History history) {
    this.history = history;
  }

  /**
   * The bodies to POST; none where nobody is or was down.
   *
   * @param down who is to be called down; one that is missed counts
   */
  List<String> round(
      Scene scene, Predicate<SenderView> down, Function<SenderView, Optional<Hold>> held) {
    var alerts = new ArrayList<Json>();
    var now = new HashSet<String>();
    for (SenderView sender : scene.view().senders()) {
      if (!down.test(sender) || held.apply(sender).isPresent()) continue;
      Json.Obj alert = alert(sender, scene);
      now.add(sender.id());
      firing.put(sender.id(), alert);
      alerts.add(alert.put("endsAt", moment(scene.now().plus(LASTS))));
    }
    for (var before : List.copyOf(firing.entrySet())) {
      if (now.contains(before.getKey())) continue;
      alerts.add(before.getValue().put("endsAt", moment(scene.now())));
      firing.remove(before.getKey());
    }
    return bodies(alerts);
  }

  private static List<String> bodies(List<Json> alerts) {
    var bodies = new ArrayList<String>();
    for (int from = 0; from < alerts.size(); from += AT_ONCE) {
      var part = alerts.subList(from, Math.min(alerts.size(), from + AT_ONCE));
      bodies.add(new Json.Arr(part).print());
    }
    return bodies;
  }

  private Json.Obj alert(SenderView sender, Scene scene) {
    var manner = scene.config().manner(sender.id());
    var labels =
        Json.object()
            .put("alertname", "HeartbeatDown")
            .put("id", sender.id())
            .put("severity", NoticeFacts.severity(manner));
    var group = scene.config().group(sender.id());
    if (group.isPresent()) labels = labels.put("group", group.get());
    var lines = new AlertText(scene, history).of(Notice.Kind.DOWN, sender, sender.age(), "");
    var annotations =
        Json.object()
            .put("summary", lines.getFirst())
            .put("description", String.join("\n", lines.subList(1, lines.size())));
    return Json.object()
        .put("labels", labels)
        .put("annotations", annotations)
        .put("startsAt", moment(sender.since()));
  }

  private static Json moment(Instant moment) {
    return new Json.Str(moment.toString());
  }
}
