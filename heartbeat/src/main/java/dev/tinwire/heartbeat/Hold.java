package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;

/** Why nobody is called although something happened. Pure. */
sealed interface Hold {
  /** Somebody said so, until then. */
  record Muted(Instant until) implements Hold {}

  /** The configuration says so. */
  record AlwaysMuted() implements Hold {}

  record InMaintenance(String window) implements Hold {}

  /** It cannot be heard without this one, which is down itself, or about to be. */
  record Behind(String parent) implements Hold {}

  /** It must be us. */
  record Blind() implements Hold {}

  record Flapping() implements Hold {}

  static Optional<Hold> of(SenderView sender, Scene scene, Flaps flaps) {
    Instant now = scene.now();
    String id = sender.id();
    Instant muted = sender.mutedUntil();
    if (muted != null && muted.isAfter(now)) return Optional.of(new Muted(muted));
    if (scene.config().manner(id).muted()) return Optional.of(new AlwaysMuted());
    var window = scene.config().maintenance(id, now);
    if (window.isPresent()) return Optional.of(new InMaintenance(window.get().name()));
    if (scene.view().blind()) return Optional.of(new Blind());
    if (flaps.flapping(id, now)) return Optional.of(new Flapping());
    return troubledParent(id, scene).map(Behind::new);
  }

  /** A late one counts: it may have fallen first and only be given more time than its children. */
  private static Optional<String> troubledParent(String id, Scene scene) {
    var seen = new HashSet<String>();
    var open = new ArrayList<>(scene.config().manner(id).dependsOn());
    while (!open.isEmpty()) {
      String parent = open.removeLast();
      if (!seen.add(parent)) continue;
      var state = scene.find(parent).map(SenderView::state);
      if (state.filter(Hold::troubled).isPresent()) return Optional.of(parent);
      open.addAll(scene.config().manner(parent).dependsOn());
    }
    return Optional.empty();
  }

  private static boolean troubled(SenderState state) {
    return switch (state) {
      case LATE, DOWN, BYE -> true;
      case NEW, UP -> false;
    };
  }

  default String words() {
    return switch (this) {
      case Muted(Instant until) -> "muted until " + Moments.print(until);
      case AlwaysMuted() -> "muted by the configuration";
      case InMaintenance(String window) -> "maintenance " + window;
      case Behind(String parent) -> "behind " + parent + ", which is in trouble itself";
      case Blind() -> "the monitor is blind";
      case Flapping() -> "flapping";
    };
  }
}
