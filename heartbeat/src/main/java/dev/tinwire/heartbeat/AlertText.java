package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of an alarm: always all that one asks first when woken at night. Pure. */
final class AlertText {
  private static final int NAMED = 5;

  private final Scene scene;
  private final History history;

  AlertText(Scene scene, History history) {
    this.scene = scene;
    this.history = history;
  }

  List<String> of(Notice.Kind kind, SenderView sender, Duration silence, String reason) {
    var lines = new ArrayList<String>();
    lines.add(title(kind, sender, silence));
    if (!reason.isEmpty()) lines.add("why: " + reason);
    lines.add("state: " + word(sender.state()) + " since " + ago(sender.since()));
    Instant seen = sender.lastSeen();
    lines.add("last beat: " + (seen == null ? "never" : ago(seen)));
    uptime(sender, lines);
    Duration longest = history.longest(sender.id());
    lines.add("longest silence before: " + (longest.isZero() ? "unknown" : Moments.span(longest)));
    Loss loss = history.lastHour(sender);
    lines.add(
        String.format(
            Locale.ROOT,
            "lost in the last hour: %.1f %% (%d of %d)",
            loss.percent(),
            loss.lost(),
            loss.sent()));
    var address = sender.address();
    lines.add("address: " + (address == null ? "unknown" : Endpoint.of(address).toString()));
    lines.add("also down: " + others(scene.downBeside(sender.id())));
    return lines;
  }

  private void uptime(SenderView sender, List<String> lines) {
    var since = history.upSince(sender.id());
    Instant seen = sender.lastSeen();
    if (since.isEmpty() || seen == null || seen.isBefore(since.get())) return;
    Instant until = sender.state() == SenderState.UP ? scene.now() : seen;
    String verb = sender.state() == SenderState.UP ? "up for: " : "it was up for: ";
    lines.add(verb + Moments.span(Duration.between(since.get(), until)));
  }

  private String title(Notice.Kind kind, SenderView sender, Duration silence) {
    String id = sender.id();
    return switch (kind) {
      case DOWN -> id + " is down";
      case MISSING -> id + " is expected and was never heard of";
      case BACK -> id + " is back after " + Moments.span(silence);
      case REMINDER -> id + " is still down, for " + Moments.span(silence);
      case FLAPPING ->
          id + " goes down and comes back again and again; silent until it holds still";
      case STEADY -> id + " holds still again; it is " + word(sender.state());
      case UP -> id + " is up";
      case LATE -> id + " is late";
      case RESTART -> id + " was restarted";
      case BYE -> id + " said that it stops";
      case BLIND, SIGHTED -> monitor(kind);
    };
  }

  /** The story where it is about ourselves. */
  List<String> ofMonitor(Notice.Kind kind) {
    long late = scene.view().senders().stream().filter(s -> s.state() == SenderState.LATE).count();
    return List.of(
        monitor(kind),
        late + " of " + scene.view().senders().size() + " senders are late",
        "datagrams that we were too slow for: " + scene.view().ownDrops(),
        "also down: " + others(scene.downBeside("")));
  }

  private static String monitor(Notice.Kind kind) {
    return kind == Notice.Kind.BLIND
        ? "the monitor is blind: so many senders turned late at once that it must be us"
        : "the monitor sees again";
  }

  private String ago(Instant moment) {
    return Moments.print(moment)
        + " ("
        + Moments.span(Duration.between(moment, scene.now()))
        + " ago)";
  }

  private static String others(List<String> down) {
    if (down.isEmpty()) return "nobody";
    String named = String.join(", ", down.subList(0, Math.min(NAMED, down.size())));
    return down.size() > NAMED ? named + " and " + (down.size() - NAMED) + " more" : named;
  }

  static String word(SenderState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
