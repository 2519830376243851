package dev.tinwire.heartbeat;

import dev.tinwire.wire.command.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether what names something else names something that is there, and that nobody waits in a
 * circle: of two that depend on each other, neither would ever be said to be down.
 */
final class ConfigLinks {
  private ConfigLinks() {}

  static void check(MonitorConfig config, List<ConfigSection> sections, List<ConfigFault> faults) {
    for (var section : sections) {
      for (var entry : section.entries()) {
        switch (entry.key()) {
          case "group" ->
              missing(entry.value(), config.groups().keySet(), "[group %s]", entry)
                  .ifPresent(faults::add);
          case "depends-on" ->
              names(entry).stream()
                  .map(id -> missing(id, config.senders().keySet(), "[sender %s]", entry))
                  .flatMap(Optional::stream)
                  .forEach(faults::add);
          default -> {}
        }
      }
      circle(config, section).ifPresent(faults::add);
    }
  }

  private static List<String> names(ConfigSection.Entry entry) {
    return List.of(entry.value().split("\\s*,\\s*"));
  }

  private static Optional<ConfigFault> missing(
      String name, Set<String> known, String section, ConfigSection.Entry entry) {
    if (known.contains(name)) return Optional.empty();
    String title = section.formatted(name);
    String advice =
        Nearest.to(name, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("add it, or take it out here");
    int column = entry.valueColumn() + Math.max(0, entry.value().indexOf(name));
    String problem = entry.key() + ": there is no " + title + "; " + advice;
    return Optional.of(new ConfigFault(entry.line(), column, problem));
  }

  private static Optional<ConfigFault> circle(MonitorConfig config, ConfigSection section) {
    if (!section.kind().equals("sender")) return Optional.empty();
    var seen = new HashSet<String>();
    var open = new ArrayList<>(config.manner(section.name()).dependsOn());
    while (!open.isEmpty()) {
      String id = open.removeLast();
      if (id.equals(section.name())) {
        String problem = section.title() + " depends on itself, directly or by way of others";
        return Optional.of(new ConfigFault(section.line(), 1, problem));
      }
      if (seen.add(id)) open.addAll(config.manner(id).dependsOn());
    }
    return Optional.empty();
  }
}
