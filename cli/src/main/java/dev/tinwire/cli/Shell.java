package dev.tinwire.cli;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shells that can be told our words, each in its own language. */
enum Shell {
  BASH {
    @Override
    List<String> script(Vocabulary vocabulary) {
      var lines = new ArrayList<String>();
      lines.add("# Completion of tinwire for bash.");
      lines.add("_tinwire() {");
      lines.add("  local word=${COMP_WORDS[COMP_CWORD]} words=");
      lines.add("  COMPREPLY=()");
      lines.add("  if [ \"$COMP_CWORD\" -eq 1 ]; then");
      lines.add("    words='" + names(vocabulary) + " --version --help'");
      lines.add("  else");
      lines.add("    case ${COMP_WORDS[1]} in");
      for (var tool : vocabulary.words()) {
        lines.add("      " + tool.name() + ") words='" + following(tool) + "' ;;");
      }
      lines.add("    esac");
      lines.add("  fi");
      lines.add("  while IFS= read -r word; do COMPREPLY+=(\"$word\"); done \\");
      lines.add("    < <(compgen -W \"$words\" -- \"$word\")");
      lines.add("}");
      // Where nothing of ours fits, bash goes on with names of files.
      lines.add("complete -o default -F _tinwire tinwire");
      return lines;
    }

    private String following(Vocabulary.Word tool) {
      return Stream.concat(
              tool.choices().stream(),
              tool.options().stream().flatMap(option -> option.names().stream()))
          .collect(Collectors.joining(" "));
    }
  },

  ZSH {
    @Override
    List<String> script(Vocabulary vocabulary) {
      var lines = new ArrayList<String>();
      lines.add("#compdef tinwire");
      lines.add("# Completion of tinwire for zsh.");
      lines.add("_tinwire() {");
      lines.add("  if (( CURRENT == 2 )); then");
      lines.add("    local -a tools=(");
      vocabulary.words().forEach(t -> lines.add("      " + quoted(t.name() + ":" + t.summary())));
      lines.add("    )");
      lines.add("    _describe tool tools");
      lines.add("    return");
      lines.add("  fi");
      lines.add("  local tool=$words[2]");
      lines.add("  shift words");
      lines.add("  (( CURRENT-- ))");
      lines.add("  case $tool in");
      for (var tool : vocabulary.words()) {
        lines.add("    " + tool.name() + ")");
        lines.add("      _arguments -s \\");
        for (var option : tool.options()) {
          for (String name : option.names()) lines.add("        " + argument(name, option) + " \\");
        }
        String rest = tool.choices().isEmpty() ? "_files" : "(" + String.join(" ", tool.choices()) + ")";
        lines.add("        " + quoted("*:argument:" + rest) + " ;;");
      }
      lines.add("  esac");
      lines.add("}");
      lines.add("compdef _tinwire tinwire");
      return lines;
    }

    private String argument(String name, Vocabulary.OptionWords option) {
      String help = option.help().replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
      return quoted(name + "[" + help + "]" + (option.takesValue() ? ":value:_files" : ""));
    }
  },

  FISH {
    @Override
    List<String> script(Vocabulary vocabulary) {
      var lines = new ArrayList<String>();
      lines.add("# Completion of tinwire for fish.");
      for (var tool : vocabulary.words()) {
        lines.add(
            "complete -c tinwire -n __fish_use_subcommand -f -a "
                + tool.name()
                + " -d "
                + quoted(tool.summary()));
        String when = "complete -c tinwire -n '__fish_seen_subcommand_from " + tool.name() + "'";
        if (!tool.choices().isEmpty()) {
          lines.add(when + " -f -a " + quoted(String.join(" ", tool.choices())));
        }
        for (var option : tool.options()) {
          lines.add(when + names(option) + (option.takesValue() ? " -r" : "") + " -d " + quoted(option.help()));
        }
      }
      return lines;
    }

    private String names(Vocabulary.OptionWords option) {
      return option.names().stream()
          .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
          .collect(Collectors.joining());
    }
  };

  /** The script, line by line. */
  abstract List<String> script(Vocabulary vocabulary);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Shell parse(String text) throws Malformed {
    for (Shell shell : values()) if (shell.word().equals(text)) return shell;
    throw new Malformed("shell", text, 0, "write bash, zsh or fish");
  }

  private static String names(Vocabulary vocabulary) {
    return vocabulary.words().stream().map(Vocabulary.Word::name).collect(Collectors.joining(" "));
  }

  /** In single quotes, where no shell of the three expands anything. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
