package dev.tinwire.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Our words for bash: the tool first, then what may follow it. */
final class BashCompletion {
  private BashCompletion() {}

  // Where nothing of ours fits, "-o default" goes on with names of files.
  static String of(Vocabulary vocabulary) {
    return """
    # Completion of tinwire for bash.
    _tinwire() {
      local word=${COMP_WORDS[COMP_CWORD]} words=
      COMPREPLY=()
      if [ "$COMP_CWORD" -eq 1 ]; then
        words=TOOLS
      else
        case ${COMP_WORDS[1]} in
    CASES
        esac
      fi
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$word")
    }
    complete -o default -F _tinwire tinwire
    """
        .replace("TOOLS", Shell.quoted(tools(vocabulary)))
        .replace(
            "CASES",
            vocabulary.words().stream()
                .map(BashCompletion::branch)
                .collect(Collectors.joining("\n")));
  }

  private static String tools(Vocabulary vocabulary) {
    return Stream.concat(vocabulary.names().stream(), Stream.of("--version", "--help"))
        .collect(Collectors.joining(" "));
  }

  private static String branch(Vocabulary.Word tool) {
    String words =
        Stream.concat(
                tool.choices().stream(),
                tool.options().stream().flatMap(option -> option.names().stream()))
            .collect(Collectors.joining(" "));
    return "      " + tool.name() + ") words=" + Shell.quoted(words) + " ;;";
  }
}
