package dev.tinwire.cli;

import dev.tinwire.smtpclient.MailTool;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Option;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.command.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All the words a shell may complete, whatever its language. */
record Vocabulary(List<Word> words) {
  /**
   * A tool and what may follow it.
   *
   * @param choices words that may follow besides options; if there are none, files
   */
  record Word(String name, String summary, List<OptionWords> options, List<String> choices) {}

  /** One option under all its names. */
  record OptionWords(List<String> names, String help, boolean takesValue) {
    static OptionWords of(Option option) {
      boolean takes = option instanceof Value<?> value && value.alone().isEmpty();
      return new OptionWords(option.names(), option.help(), takes);
    }
  }

  static Vocabulary of(List<Tool> tools) {
    List<String> names = tools.stream().map(Tool::name).toList();
    return new Vocabulary(tools.stream().map(tool -> word(tool, names)).toList());
  }

  List<String> names() {
    return words.stream().map(Word::name).toList();
  }

  private static Word word(Tool tool, List<String> names) {
    Command command = tool.command();
    Stream<Option> options = command.groups().stream().flatMap(group -> group.options().stream());
    return new Word(
        tool.name(), tool.summary(), options.map(OptionWords::of).toList(), choices(tool, names));
  }

  private static List<String> choices(Tool tool, List<String> names) {
    return switch (tool) {
      case HelpTool _ -> names;
      case CompletionTool _ -> Arrays.stream(Shell.values()).map(Shell::word).toList();
      case MailTool _ -> MailTool.actions();
      default -> List.of();
    };
  }
}
