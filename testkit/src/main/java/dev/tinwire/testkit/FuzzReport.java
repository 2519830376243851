package dev.tinwire.testkit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the log of one fuzz run says. */
sealed interface FuzzReport {
  /** It ran to its end and found nothing. */
  record Clean(long runs, long runsPerSecond, long newInputs) implements FuzzReport {}

  /** An input broke the target; it lies where {@code input} says. */
  record Finding(String error, String input) implements FuzzReport {}

  /** It did not run as it should. */
  record Broken(String why) implements FuzzReport {}

  /** As libFuzzer prints it with {@code -print_final_stats=1}. */
  Pattern STATISTIC = Pattern.compile("stat::(\\w+): +(\\d+)");

  Pattern ERROR = Pattern.compile("== ?(?:Java Exception|\\d+== ERROR): (.*)");
  Pattern INPUT = Pattern.compile(".*Test unit written to (.*)");

  /** Reads the log of a run that has ended with this exit status. */
  static FuzzReport of(int status, List<String> log) {
    String input = first(INPUT, log);
    if (!input.isEmpty()) return new Finding(first(ERROR, log), input);
    if (status != 0) return new Broken("exit status " + status);
    long runs = statistic("number_of_executed_units", log);
    if (runs == 0) return new Broken("it ran nothing");
    return new Clean(
        runs, statistic("average_exec_per_sec", log), statistic("new_units_added", log));
  }

  private static String first(Pattern pattern, List<String> log) {
    for (String line : log) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) return matcher.group(1);
    }
    return "";
  }

  private static long statistic(String name, List<String> log) {
    for (String line : log) {
      Matcher matcher = STATISTIC.matcher(line);
      if (matcher.matches() && matcher.group(1).equals(name)) {
        return Long.parseLong(matcher.group(2));
      }
    }
    return 0;
  }
}
