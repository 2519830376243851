package dev.tinwire.heartbeat;

import java.util.Optional;
import java.util.Set;

/** Which senders something is for: all, or those named by themselves or by their group. */
record Scope(boolean all, Set<String> ids, Set<String> groups) {
  static final Scope ALL = new Scope(true, Set.of(), Set.of());

  Scope {
    ids = Set.copyOf(ids);
    groups = Set.copyOf(groups);
  }

  boolean has(String id, Optional<String> group) {
    return all || ids.contains(id) || group.map(groups::contains).orElse(false);
  }
}
