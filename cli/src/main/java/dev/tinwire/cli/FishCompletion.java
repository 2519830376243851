package dev.tinwire.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Our words for fish: one line for each. */
final class FishCompletion {
  private FishCompletion() {}

  static String of(Vocabulary vocabulary) {
    return "# Completion of tinwire for fish.\n"
        + vocabulary.words().stream()
            .flatMap(tool -> lines(tool).stream())
            .map(line -> "complete -c tinwire " + line + "\n")
            .collect(Collectors.joining());
  }

  private static List<String> lines(Vocabulary.Word tool) {
    var lines = new ArrayList<String>();
    lines.add(
        "-n __fish_use_subcommand -f -a " + tool.name() + " -d " + Shell.quoted(tool.summary()));
    String after = "-n '__fish_seen_subcommand_from " + tool.name() + "' ";
    if (!tool.choices().isEmpty()) {
      lines.add(after + "-f -a " + Shell.quoted(String.join(" ", tool.choices())));
    }
    for (var option : tool.options()) {
      String value = option.takesValue() ? "-r " : "";
      lines.add(after + names(option) + value + "-d " + Shell.quoted(option.help()));
    }
    return lines;
  }

  private static String names(Vocabulary.OptionWords option) {
    return option.names().stream().map(FishCompletion::name).collect(Collectors.joining());
  }

  private static String name(String name) {
    return name.startsWith("--")
        ? "-l " + name.substring(2) + " "
        : "-s " + name.substring(1) + " ";
  }
}
