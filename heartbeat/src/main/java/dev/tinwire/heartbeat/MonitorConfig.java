package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** All that a configuration file says. A value: a reload makes another one. */
record MonitorConfig(
    Alerting alerting,
    Map<String, SenderRule> senders,
    Map<String, Manner> groups,
    List<Maintenance> windows) {
  static final MonitorConfig NONE = new MonitorConfig(Alerting.NONE, Map.of(), Map.of(), List.of());

  MonitorConfig {
    senders = Map.copyOf(senders);
    groups = Map.copyOf(groups);
    windows = List.copyOf(windows);
  }

  /** The same with other words on whom to tell. */
  MonitorConfig with(Alerting other) {
    return new MonitorConfig(other, senders, groups, windows);
  }

  Optional<String> group(String id) {
    return Optional.ofNullable(senders.get(id)).flatMap(SenderRule::group);
  }

  /** How its alarms are treated: what is said for it, then for its group, then for all. */
  Manner manner(String id) {
    Manner own = Optional.ofNullable(senders.get(id)).map(SenderRule::manner).orElse(Manner.NONE);
    Manner group = group(id).map(groups::get).orElse(Manner.NONE);
    return own.over(group).over(alerting.manner());
  }

  /** The maintenance it is in, if it is in one. */
  Optional<Maintenance> maintenance(String id, Instant moment) {
    return windows.stream()
        .filter(window -> window.scope().has(id, group(id)) && window.covers(moment))
        .findFirst();
  }

  /** Whether somebody is to get mail. */
  boolean mails() {
    return Stream.of(
            Stream.of(alerting.manner()),
            groups.values().stream(),
            senders.values().stream().map(SenderRule::manner))
        .flatMap(manners -> manners)
        .anyMatch(manner -> !manner.mail().isEmpty());
  }

  /** Those whose absence is an alarm. */
  SequencedSet<String> expected() {
    var expected = new LinkedHashSet<String>();
    senders.values().stream()
        .filter(SenderRule::expected)
        .map(SenderRule::id)
        .sorted()
        .forEach(expected::add);
    return expected;
  }
}
