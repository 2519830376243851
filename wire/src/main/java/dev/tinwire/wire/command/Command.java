package dev.tinwire.wire.command;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one command line looks like and does: a value from which it is parsed, its help page written
 * and its completion made.
 *
 * <pre>{@code
 * static final Value<Duration> WAIT =
 *     Value.of("TIME", Durations::parse, "give up after TIME", "-w", "--wait").preset("5s");
 * static final Argument<String> HOST = Argument.one("HOST", Grammar.TEXT, "whom to ask");
 *
 * Command.of("ask", "asks a host", AskCommand::run)
 *     .arguments(HOST)
 *     .options("Asking", WAIT)
 *     .examples(new Entry("tinwire ask example.com", "says what it answers"))
 *     .run(arguments, standard);
 *
 * static int run(Parsed parsed, Standard standard) {
 *   standard.out().println(parsed.get(HOST) + " within " + parsed.get(WAIT));
 *   return ExitStatus.DONE;
 * }
 * }</pre>
 *
 * <p>Options are values, not annotated fields: reading the annotations of thirty options by
 * reflection costs a start about 60 ms.
 */
public record Command(
    String name,
    String summary,
    List<Argument<?>> arguments,
    List<Group> groups,
    List<Entry> examples,
    List<Entry> statuses,
    List<Entry> limits,
    Elsewhere elsewhere,
    Action action) {

  private static final String SUITE = "tinwire";

  /** What the command does once its line is understood. Returns an {@link ExitStatus}. */
  @FunctionalInterface
  public interface Action {
    int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError;
  }

  /** A line of the help page: an example, exit status or limit, and what it is. */
  public record Entry(String term, String meaning) {}

  public Command {
    arguments = List.copyOf(arguments);
    groups = List.copyOf(groups);
    examples = List.copyOf(examples);
    statuses = List.copyOf(statuses);
    limits = List.copyOf(limits);
  }

  /** A command with no parameters of its own yet, only those that all commands have. */
  public static Command of(String name, String summary, Action action) {
    var common = List.of(CommonOptions.GROUP);
    List<Entry> none = List.of();
    return new Command(
        name, summary, List.of(), common, none, none, none, Elsewhere.NOWHERE, action);
  }

  public Command arguments(Argument<?>... all) {
    var list = List.of(all);
    return new Command(name, summary, list, groups, examples, statuses, limits, elsewhere, action);
  }

  /** With one more group of options, placed before those that all commands have. */
  public Command options(Group group) {
    var all =
        Stream.of(groups.subList(0, groups.size() - 1), List.of(group), List.of(groups.getLast()))
            .flatMap(List::stream)
            .toList();
    return new Command(
        name, summary, arguments, all, examples, statuses, limits, elsewhere, action);
  }

  public Command options(String title, Option... options) {
    return options(Group.of(title, options));
  }

  public Command examples(Entry... all) {
    var list = List.of(all);
    return new Command(name, summary, arguments, groups, list, statuses, limits, elsewhere, action);
  }

  /** The exit statuses beyond those that all commands have. */
  public Command statuses(Entry... all) {
    var list = List.of(all);
    return new Command(name, summary, arguments, groups, examples, list, limits, elsewhere, action);
  }

  /** What the command takes at most from the wire, and how long it waits. */
  public Command limits(Entry... all) {
    var list = List.of(all);
    return new Command(
        name, summary, arguments, groups, examples, statuses, list, elsewhere, action);
  }

  /** What people who know other programs write, and what they find here. */
  public Command knowing(Elsewhere names) {
    return new Command(name, summary, arguments, groups, examples, statuses, limits, names, action);
  }

  /** Runs one command line from its parsing to its exit status. Throws nothing. */
  public int run(List<String> words, Standard standard) {
    return new Run(this, standard).run(words);
  }

  /** How one calls it: {@code tinwire get}. */
  String call() {
    return SUITE + " " + name;
  }

  Stream<Option> options() {
    return groups.stream().flatMap(group -> group.options().stream());
  }
}
