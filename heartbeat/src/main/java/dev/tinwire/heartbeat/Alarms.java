package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who is told what: changes and the passing of time in, notices out. It has a memory, but
 * no clock, no socket and no thread.
 *
 * <p>One that falls while it is held ({@link Hold}) is told of when the hold ends, if it is still
 * down; whose fall was told, its return is told too, and only then.
 */
final class Alarms {
  /**
   * One that is down.
   *
   * @param told whether anybody knows
   * @param lastTold when somebody was told, or when it fell
   */
  private record Open(Notice.Kind kind, Change change, boolean told, Instant lastTold) {
    Open told(Instant now) {
      return new Open(kind, change, true, now);
    }
  }

  private final History history;
  private final Flaps flaps;
  private final Map<String, Open> open = new LinkedHashMap<>();
  private boolean blind;

  Alarms(History history, Flaps flaps) {
    this.history = history;
    this.flaps = flaps;
  }

  /** Those that are down as the monitor starts again: whoever was to know was told by the last. */
  void adopt(Scene scene) {
    for (SenderView sender : scene.view().senders()) {
      if (sender.state() != SenderState.DOWN) continue;
      var change =
          new Change(sender.since(), Happening.DOWN, SenderState.UP, sender, sender.age(), "");
      open.put(sender.id(), new Open(Notice.Kind.DOWN, change, true, scene.now()));
    }
  }

  boolean flapping(String id, Instant now) {
    return flaps.flapping(id, now);
  }

  /** Whether it is expected and was not heard of in time. */
  boolean missed(String id) {
    Open alarm = open.get(id);
    return alarm != null && alarm.kind() == Notice.Kind.MISSING;
  }

  /** Why nobody is called because of it, if that is so. */
  Optional<Hold> hold(SenderView sender, Scene scene) {
    return Hold.of(sender, scene, flaps);
  }

  /** Something happened. */
  List<Notice> on(Change change, Scene scene) {
    return switch (change.happening()) {
      case DOWN -> fell(Notice.Kind.DOWN, change, scene);
      case MISSING -> fell(Notice.Kind.MISSING, change, scene);
      case BACK, UP -> rose(change, scene);
      case RESTART -> rest(Notice.Kind.RESTART, change, scene);
      case BYE -> rest(Notice.Kind.BYE, change, scene);
      case LATE -> mention(Notice.Kind.LATE, change, scene);
    };
  }

  private List<Notice> fell(Notice.Kind kind, Change change, Scene scene) {
    String id = change.sender().id();
    // Whoever was told that it flaps knows for now all that there is to know.
    boolean flapsNow = flaps.fell(id, scene.now());
    var alarm = new Open(kind, change, flapsNow, scene.now());
    open.put(id, alarm);
    if (!flapsNow) return raise(id, alarm, scene);
    return List.of(notice(Notice.Kind.FLAPPING, change, change.sender(), scene));
  }

  private List<Notice> raise(String id, Open alarm, Scene scene) {
    SenderView sender = scene.find(id).orElse(alarm.change().sender());
    if (Hold.of(sender, scene, flaps).isPresent()) return List.of();
    open.put(id, alarm.told(scene.now()));
    return List.of(notice(alarm.kind(), alarm.change(), alarm.change().sender(), scene));
  }

  /** The return is said if the fall was, also under a hold that came later; but not each flap. */
  private List<Notice> rose(Change change, Scene scene) {
    String id = change.sender().id();
    Open alarm = open.remove(id);
    if (alarm == null) {
      boolean first = change.happening() == Happening.UP;
      return mention(first ? Notice.Kind.UP : Notice.Kind.BACK, change, scene);
    }
    if (!alarm.told() || flaps.flapping(id, scene.now())) return List.of();
    return List.of(notice(Notice.Kind.BACK, change, change.sender(), scene));
  }

  /** A restart or a farewell also ends an alarm. */
  private List<Notice> rest(Notice.Kind kind, Change change, Scene scene) {
    if (open.containsKey(change.sender().id())) return rose(change, scene);
    return mention(kind, change, scene);
  }

  /** What no alarm is made of is told only if nothing stands against it. */
  private List<Notice> mention(Notice.Kind kind, Change change, Scene scene) {
    if (Hold.of(change.sender(), scene, flaps).isPresent()) return List.of();
    return List.of(notice(kind, change, change.sender(), scene));
  }

  /** Time has passed: holds may have ended, reminders may be due. */
  List<Notice> tick(Scene scene) {
    var notices = new ArrayList<Notice>();
    sight(scene).ifPresent(notices::add);
    for (String id : flaps.noted()) {
      if (flaps.settle(id, scene.now())) notices.addAll(settled(id, scene));
    }
    for (String id : List.copyOf(open.keySet())) {
      Open alarm = open.get(id);
      if (alarm == null) continue;
      var sender = scene.find(id);
      if (sender.isEmpty() || over(sender.get())) open.remove(id);
      else if (!alarm.told()) notices.addAll(raise(id, alarm, scene));
      else reminder(id, alarm, sender.get(), scene).ifPresent(notices::add);
    }
    return notices;
  }

  /** Its return may have come as a change that we were not told of, such as its being forgotten. */
  private static boolean over(SenderView sender) {
    return switch (sender.state()) {
      case UP, BYE -> true;
      case NEW, LATE, DOWN -> false;
    };
  }

  private List<Notice> settled(String id, Scene scene) {
    var sender = scene.find(id);
    if (sender.isEmpty() || Hold.of(sender.get(), scene, flaps).isPresent()) return List.of();
    var steady =
        new Change(scene.now(), Happening.BACK, SenderState.UP, sender.get(), Duration.ZERO, "");
    return List.of(notice(Notice.Kind.STEADY, steady, sender.get(), scene));
  }

  private Optional<Notice> reminder(String id, Open alarm, SenderView sender, Scene scene) {
    Duration every = scene.config().manner(id).remind().orElse(Duration.ZERO);
    if (every.isZero() || sender.acknowledged()) return Optional.empty();
    if (scene.now().isBefore(alarm.lastTold().plus(every))) return Optional.empty();
    if (Hold.of(sender, scene, flaps).isPresent()) return Optional.empty();
    open.put(id, alarm.told(scene.now()));
    Duration down = Duration.between(sender.since(), scene.now());
    var again =
        new Change(
            scene.now(), Happening.DOWN, SenderState.DOWN, sender, down, alarm.change().reason());
    return Optional.of(notice(Notice.Kind.REMINDER, again, sender, scene));
  }

  private Optional<Notice> sight(Scene scene) {
    if (blind == scene.view().blind()) return Optional.empty();
    blind = scene.view().blind();
    var kind = blind ? Notice.Kind.BLIND : Notice.Kind.SIGHTED;
    var lines = new AlertText(scene, history).ofMonitor(kind);
    return Optional.of(
        new Notice(
            scene.now(),
            kind,
            Optional.empty(),
            SenderState.UP,
            Duration.ZERO,
            lines.get(1),
            lines,
            scene.config().alerting().manner()));
  }

  private Notice notice(Notice.Kind kind, Change change, SenderView sender, Scene scene) {
    var lines = new AlertText(scene, history).of(kind, sender, change.silence(), change.reason());
    return new Notice(
        change.time(),
        kind,
        Optional.of(sender),
        change.before(),
        change.silence(),
        change.reason(),
        lines,
        scene.config().manner(sender.id()));
  }
}
