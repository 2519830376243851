package dev.tinwire.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Fuzzes one target in a process of its own, with Jazzer: libFuzzer keeps its state in the process,
 * and an input that hangs or eats the memory ends only that.
 *
 * @param jazzer the words that start Jazzer
 * @param out where logs, the grown corpus and inputs that broke something go
 * @param time how long
 */
record FuzzRun(List<String> jazzer, Path out, Duration time) {
  /** An input that takes longer is a finding: parsers here take microseconds. */
  private static final int SLOWEST_INPUT_S = 10;

  /** For the start of the JVM, the seeds, and the end. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  /** How Jazzer is started with this JVM and these places for classes. */
  static List<String> jazzer(String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath,
        "-Xmx768m",
        "-XX:+EnableDynamicAgentLoading", // Jazzer instruments by an agent it attaches itself
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "com.code_intelligence.jazzer.Jazzer");
  }

  FuzzReport of(FuzzTarget target) throws IOException, InterruptedException {
    Path grown = Files.createDirectories(out.resolve(target.name()));
    Process process =
        new ProcessBuilder(words(target, grown))
            .redirectErrorStream(true)
            .redirectOutput(log(target).toFile())
            .start();
    try {
      if (!process.waitFor(time.plus(GRACE).toSeconds(), TimeUnit.SECONDS)) {
        return new FuzzReport.Broken("it did not end");
      }
    } finally {
      process.destroyForcibly();
    }
    // Its log holds raw bytes of inputs: any byte is a character of ISO 8859-1.
    return FuzzReport.of(
        process.exitValue(), Files.readAllLines(log(target), StandardCharsets.ISO_8859_1));
  }

  Path log(FuzzTarget target) {
    return out.resolve(target.name() + ".log");
  }

  private List<String> words(FuzzTarget target, Path grown) {
    var words = new ArrayList<>(jazzer);
    words.add("--target_class=" + target.className());
    words.add("--instrumentation_includes=dev.tinwire.**");
    words.add("--reproducer_path=" + out);
    // The first folder is where new inputs go; the checked-in one is only read.
    words.add(grown.toString());
    if (Files.isDirectory(target.seeds())) words.add(target.seeds().toString());
    words.add("-max_total_time=" + time.toSeconds());
    words.add("-timeout=" + SLOWEST_INPUT_S);
    words.add("-print_final_stats=1");
    words.add("-artifact_prefix=" + out.resolve(target.name() + "-"));
    return words;
  }
}
