package dev.tinwire.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user sees at the terminal, as a test: each row a command line, its output, its exit
 * status.
 *
 * <pre>
 * # comment
 * $ NO_COLOR=1 tinwire ping --count 0 localhost
 * &lt; a line of standard input
 * a line of standard output
 * | the same, for lines that begin like one of these signs
 * ~ regex for a line of standard output
 * ...
 * ! a line of standard error
 * ! ~ regex for one
 * ! ...
 * = 2
 * </pre>
 *
 * <p>{@code ...} stands for any number of lines, a missing {@code =} for status 0. Control
 * characters are written {@code \x1b}, a backslash {@code \\}. Empty lines at the end of a row do
 * not count ("|" does). An {@link Outcome} prints in this form: what came can be pasted.
 */
public final class ConsoleTranscript {
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_][A-Z0-9_]*)=(.*)");

  private ConsoleTranscript() {}

  /** A command line and what is to come of it. Prints as its command line. */
  public record Row(int at, String command, Invocation invocation, Expected expected) {
    /** Runs it and compares. */
    public Outcome check(Command program) throws InterruptedException {
      Outcome outcome = invocation.on(program);
      if (expected.metBy(outcome)) return outcome;
      throw new AssertionError(
          "line " + at + ": expected\n$ " + command + "\n" + expected + "but came\n" + outcome);
    }

    @Override
    public String toString() {
      return command;
    }
  }

  /** What is to come of a row. */
  record Expected(List<ConsoleLine> stdout, List<ConsoleLine> stderr, int status) {
    boolean metBy(Outcome outcome) {
      return outcome.status() == status
          && ConsoleLine.match(stdout, outcome.lines())
          && ConsoleLine.match(stderr, outcome.errors());
    }

    @Override
    public String toString() {
      var out = new StringBuilder();
      stdout.forEach(line -> out.append(line).append('\n'));
      stderr.forEach(line -> out.append("! ").append(line).append('\n'));
      return out.append("= ").append(status).append('\n').toString();
    }
  }

  public static List<Row> read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /** The rows; the first word of each command line names the program and is not an argument. */
  public static List<Row> parse(String text) {
    List<String> lines = text.lines().toList();
    var rows = new ArrayList<Row>();
    int i = 0;
    while (i < lines.size()) {
      String line = lines.get(i++);
      if (line.isEmpty() || line.startsWith("#")) continue;
      if (!line.startsWith("$ ")) {
        throw new IllegalArgumentException("line " + i + " belongs to no command: " + line);
      }
      int first = i;
      while (i < lines.size() && !lines.get(i).startsWith("$ ")) i++;
      rows.add(row(first, line.substring(2), lines.subList(first, i)));
    }
    return List.copyOf(rows);
  }

  private static Row row(int at, String command, List<String> lines) {
    var input = new StringBuilder();
    var stdout = new ArrayList<ConsoleLine>();
    var stderr = new ArrayList<ConsoleLine>();
    int status = 0;
    for (String line : withoutEmptyEnd(lines)) {
      if (line.startsWith("< ")) input.append(line, 2, line.length()).append('\n');
      else if (line.startsWith("! ")) stderr.add(ConsoleLine.parse(line.substring(2)));
      else if (line.startsWith("= ")) status = Integer.parseInt(line.substring(2));
      else stdout.add(ConsoleLine.parse(line));
    }
    var expected = new Expected(List.copyOf(stdout), List.copyOf(stderr), status);
    return new Row(at, command, invocation(command).withInput(input.toString()), expected);
  }

  private static List<String> withoutEmptyEnd(List<String> lines) {
    List<String> kept = new ArrayList<>(lines);
    kept.removeIf(line -> line.startsWith("#"));
    while (!kept.isEmpty() && kept.getLast().isEmpty()) kept.removeLast();
    return kept;
  }

  private static Invocation invocation(String command) {
    List<String> words = Words.split(command);
    int i = 0;
    var env = Invocation.of();
    for (; i < words.size(); i++) {
      Matcher assignment = ASSIGNMENT.matcher(words.get(i));
      if (!assignment.matches()) break;
      env = env.withEnv(assignment.group(1), assignment.group(2));
    }
    if (i == words.size()) throw new IllegalArgumentException("no program in: " + command);
    List<String> args = words.subList(i + 1, words.size());
    return new Invocation(args, "", env.env(), env.deadline());
  }
}
