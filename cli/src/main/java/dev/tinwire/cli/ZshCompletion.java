package dev.tinwire.cli;

import java.util.function.Function;
import java.util.stream.Collectors;

/** Our words for zsh, with what each of them means. */
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(Vocabulary vocabulary) {
    return """
    #compdef tinwire
    # Completion of tinwire for zsh.
    _tinwire() {
      if (( CURRENT == 2 )); then
        local -a tools=(
    TOOLS
        )
        _describe tool tools
        return
      fi
      local tool=$words[2]
      shift words
      (( CURRENT-- ))
      case $tool in
    CASES
      esac
    }
    compdef _tinwire tinwire
    """
        .replace("TOOLS", joined(vocabulary, ZshCompletion::tool))
        .replace("CASES", joined(vocabulary, ZshCompletion::branch));
  }

  private static String joined(Vocabulary vocabulary, Function<Vocabulary.Word, String> print) {
    return vocabulary.words().stream().map(print).collect(Collectors.joining("\n"));
  }

  private static String tool(Vocabulary.Word tool) {
    return "      " + Shell.quoted(tool.name() + ":" + tool.summary());
  }

  private static String branch(Vocabulary.Word tool) {
    String options =
        tool.options().stream()
            .flatMap(option -> option.names().stream().map(name -> option(name, option)))
            .collect(Collectors.joining(" \\\n        "));
    String rest =
        tool.choices().isEmpty() ? "_files" : "(" + String.join(" ", tool.choices()) + ")";
    return "    "
        + tool.name()
        + ") _arguments -s \\\n        "
        + options
        + " \\\n        "
        + Shell.quoted("*:argument:" + rest)
        + " ;;";
  }

  private static String option(String name, Vocabulary.OptionWords option) {
    String help = option.help().replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    return Shell.quoted(name + "[" + help + "]" + (option.takesValue() ? ":value:_files" : ""));
  }
}
