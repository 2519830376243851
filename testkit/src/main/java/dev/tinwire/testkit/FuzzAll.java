package dev.tinwire.testkit;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fuzzes every {@code …Fuzz} class of the given folders, several at once, and prints a line for
 * each: {@code FuzzAll [--seconds N] [--jobs N] [--only PATTERN] [--out FOLDER]
 * MODULE/target/test-classes…}. Jazzer must be on the class path. Exit status 0: nothing found; 1:
 * an input broke something, or a run did not work; 2: wrong usage.
 */
public final class FuzzAll {
  private final PrintStream out;
  private int faults;

  private FuzzAll(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws Exception {
    try {
      var options = FuzzOptions.parse(args);
      Path folder = Files.createDirectories(options.out());
      var run = new FuzzRun(FuzzRun.jazzer(options.classPath()), folder, options.time());
      return fuzz(options.targets(), run, options.jobs(), out);
    } catch (IllegalArgumentException e) {
      err.println("fuzz: " + e.getMessage());
      return 2;
    }
  }

  /** Runs them all, so many at once, and says how each ended. */
  static int fuzz(List<FuzzTarget> targets, FuzzRun run, int jobs, PrintStream out)
      throws InterruptedException, ExecutionException {
    return new FuzzAll(out).all(targets, run, jobs);
  }

  private int all(List<FuzzTarget> targets, FuzzRun run, int jobs)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(jobs)) {
      try {
        List<Callable<Void>> tasks = targets.stream().map(target -> task(target, run)).toList();
        for (Future<Void> done : pool.invokeAll(tasks)) done.get();
      } finally {
        pool.shutdownNow();
      }
    }
    return faults == 0 ? 0 : 1;
  }

  private Callable<Void> task(FuzzTarget target, FuzzRun run) {
    return () -> {
      report(target, run.of(target), run.log(target));
      return null;
    };
  }

  private synchronized void report(FuzzTarget target, FuzzReport report, Path log) {
    String told =
        switch (report) {
          case FuzzReport.Clean clean ->
              String.format(
                  Locale.ROOT,
                  "%,13d runs %,9d/s %,6d new inputs, none broke it",
                  clean.runs(),
                  clean.runsPerSecond(),
                  clean.newInputs());
          case FuzzReport.Finding finding ->
              "FINDING " + finding.error() + "; the input: " + finding.input() + "; log: " + log;
          case FuzzReport.Broken broken -> "BROKEN " + broken.why() + "; log: " + log;
        };
    if (!(report instanceof FuzzReport.Clean)) faults++;
    out.printf("%-24s %s%n", target.name(), told);
    out.flush();
  }
}
