package dev.tinwire.wire.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what most lines are: whole names of options, each with its value behind it, and
 * arguments. Whatever else a line can have (clusters, {@code =}, {@code --}, a value with a dash in
 * front, a fault) is {@link Picocli}'s, whose preparations are three quarters of all that a small
 * fetch computes, and whose look at an argument costs more than parsing a URL.
 */
final class SimpleLine {
  private final Command command;
  private final List<String> line;
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> rest = new ArrayList<>();
  private final List<String> order = new ArrayList<>();

  private SimpleLine(Command command, List<String> line) {
    this.command = command;
    this.line = line;
  }

  /** The same as {@link Picocli#parse} gives; empty if the line is not that simple. */
  static Optional<Words> parse(Command command, List<String> line) {
    var simple = new SimpleLine(command, line);
    return simple.all()
        ? Optional.of(new Words(simple.options, simple.rest, simple.order))
        : Optional.empty();
  }

  private boolean all() {
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      if (isArgument(word)) {
        rest.add(word);
        continue;
      }
      Option option = named(word);
      if (option == null) return false;
      List<String> values = values(option);
      if (!(option instanceof Value<?> value)) continue;
      if (value.alone().isPresent()) {
        values.add(value.alone().get());
      } else if (i + 1 < line.size() && isArgument(line.get(i + 1))) {
        values.add(line.get(++i));
      } else return false;
    }
    return true;
  }

  /**
   * Without a lambda: the lesson of a class cache need not come by here, and to link one is dear.
   */
  private List<String> values(Option option) {
    order.add(option.name());
    List<String> values = options.get(option.name());
    if (values == null) {
      values = new ArrayList<>();
      options.put(option.name(), values);
    }
    return values;
  }

  private static boolean isArgument(String word) {
    return !word.isEmpty() && word.charAt(0) != '-';
  }

  private @Nullable Option named(String word) {
    for (var group : command.groups()) {
      for (var option : group.options()) if (option.names().contains(word)) return option;
    }
    return null;
  }
}
