package dev.tinwire.wire.command;

import dev.tinwire.wire.Visible;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The only class that knows picocli, so that it is loaded only when a line is really parsed.
 * picocli takes the line apart (names, clusters such as {@code -4v}, {@code --name=value}, {@code
 * --}); what the texts mean and how a help page looks is ours.
 */
public final class Picocli {
  private static final String REST = "rest";

  static {
    // Its converters for dates and databases are looked up by reflection at every start: 7 ms.
    System.setProperty("picocli.converters.excludes", ".*");
    // It asks whether Groovy is here, and every jar is opened to find that it is not: 15 ms.
    System.setProperty("picocli.disable.closures", "true");
  }

  private Picocli() {}

  /** The command as picocli describes one; completion scripts are made from it. */
  public static CommandSpec describe(Command command) {
    var spec = CommandSpec.create().name(command.name());
    command.options().map(Picocli::describe).forEach(spec::addOption);
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(REST)
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .build());
    spec.parser()
        .allowOptionsAsOptionParameters(false) // "--output --quiet" lacks a file name
        .overwrittenOptionsAllowed(true); // the last one counts, so that an alias can be corrected
    return spec;
  }

  private static OptionSpec describe(Option option) {
    var spec = OptionSpec.builder(option.names().toArray(String[]::new)).userObject(option);
    // No pattern switch where every start passes: linking one costs some 5 ms.
    if (option instanceof Flag) return spec.arity("0").type(boolean.class).build();
    return spec.arity("1").type(List.class).auxiliaryTypes(String.class).build();
  }

  /** Takes a line apart. */
  static Words parse(Command command, List<String> line) throws UsageError {
    var parser =
        new CommandLine(describe(command))
            .setExpandAtFiles(false) // "@name" is a name, not a file of arguments
            .setInterpolateVariables(false);
    try {
      return words(parser.parseArgs(completed(command, line).toArray(String[]::new)));
    } catch (ParameterException e) {
      throw inOurWords(command, e, line);
    }
  }

  /**
   * The line with the values written out that options have when they stand alone, so that none of
   * them takes the word behind it.
   */
  private static List<String> completed(Command command, List<String> line) {
    var alone = new HashMap<String, String>();
    command
        .options()
        .forEach(option -> {
          if (option instanceof Value<?> value && value.alone().isPresent()) {
            value.names().forEach(name -> alone.put(name, name + "=" + value.alone().get()));
          }
        });
    if (alone.isEmpty()) return line;
    int end = line.contains("--") ? line.indexOf("--") : line.size();
    var words = new ArrayList<>(line);
    words.subList(0, end).replaceAll(word -> alone.getOrDefault(word, word));
    return words;
  }

  private static Words words(CommandLine.ParseResult result) {
    var options = new HashMap<String, List<String>>();
    var order = new ArrayList<String>();
    for (var matched : result.matchedOptions()) {
      String name = ((Option) matched.userObject()).name();
      options.put(name, matched.stringValues());
      order.add(name);
    }
    return new Words(options, result.matchedPositionalValue(0, List.of()), order);
  }

  private static UsageError inOurWords(Command command, ParameterException e, List<String> line) {
    return switch (e) {
      case UnmatchedArgumentException unmatched -> {
        String word = unmatched.getUnmatched().getFirst();
        var advice = command.elsewhere().of(word);
        if (advice.isPresent()) yield UsageError.ofElsewhere(word, advice.get());
        var names = command.options().flatMap(option -> option.names().stream()).toList();
        yield UsageError.unknown("option", word, Nearest.to(beforeEquals(word), names));
      }
      case MissingParameterException missing
          when missing.getMissing().getFirst().userObject() instanceof Value<?> value ->
          new UsageError(value.name() + " needs a value: " + value.name() + " " + value.label());
      case MaxValuesExceededException _ ->
          new UsageError(flagWithValue(command, line) + " takes no value");
      default -> new UsageError(Visible.of(String.valueOf(e.getMessage())));
    };
  }

  /** Which flag was given a value; picocli does not say. */
  private static String flagWithValue(Command command, List<String> line) {
    var names =
        command.options().filter(Flag.class::isInstance).flatMap(o -> o.names().stream()).toList();
    return line.stream()
        .filter(word -> word.contains("="))
        .map(Picocli::beforeEquals)
        .filter(names::contains)
        .findFirst()
        .orElse("a flag");
  }

  private static String beforeEquals(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }
}
