package dev.tinwire.cli;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Nearest;
import dev.tinwire.wire.command.OutputFailed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.command.Version;
import java.util.List;
import java.util.Optional;

/** Picks a tool by the first word and gives it the others. Only the chosen tool's classes load. */
record Suite(List<Tool> tools) {
  int run(List<String> words, Standard standard) {
    String first = words.isEmpty() ? "help" : words.getFirst();
    List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
    return switch (first) {
      case "-V", "--version", "version" -> version(standard);
      case "-h", "--help" -> run("help", rest, standard);
      default -> run(first, rest, standard);
    };
  }

  private int run(String word, List<String> rest, Standard standard) {
    Optional<Tool> tool = find(word);
    return tool.isPresent() ? tool.get().run(rest, standard) : unknown(word, standard);
  }

  Optional<Tool> find(String word) {
    return tools.stream().filter(tool -> tool.name().equals(word)).findFirst();
  }

  /** Without the parser, which is half the cost of so short a start. */
  private static int version(Standard standard) {
    try {
      standard.out().println(Version.line());
      return ExitStatus.DONE;
    } catch (OutputFailed _) { // as by "tinwire --version | true"
      return ExitStatus.OUTPUT_CLOSED;
    }
  }

  private int unknown(String word, Standard standard) {
    standard.err().println("tinwire: " + complaint(word));
    standard.err().println("Try: tinwire help");
    return ExitStatus.USAGE;
  }

  /** What to say about a word that is no tool. */
  String complaint(String word) {
    if (word.isEmpty()) return "there is no tool \"\"";
    if (Tools.PLANNED.contains(word)) return word + " is planned, but not built yet";
    if (word.startsWith("-")) {
      return "the first word is a tool, and options follow it; "
          + Visible.cut(word, 40)
          + " is none";
    }
    String advice =
        Nearest.to(word, tools.stream().map(Tool::name).toList())
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    return "there is no tool " + Visible.cut(word, 40) + advice;
  }
}
