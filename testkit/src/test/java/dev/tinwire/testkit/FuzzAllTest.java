package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzAllTest {
  /** Stands for Jazzer: shows its arguments, and finds something in one of the targets. */
  private static final String FAKE =
      """
      printf '%s\\n' "$@"
      case "$1" in
        *BadFuzz)
          echo '== Java Exception: java.lang.IllegalStateException: boom'
          echo "artifact_prefix='x'; Test unit written to x-crash-1"
          exit 77 ;;
        *DeadFuzz) exit 1 ;;
      esac
      echo 'stat::number_of_executed_units: 4988751'
      echo 'stat::average_exec_per_sec:     831458'
      echo 'stat::new_units_added:          58'
      """;

  @TempDir Path module;

  private Path testClasses(String... names) throws IOException {
    Path folder = module.resolve("target/test-classes");
    Files.createDirectories(folder.resolve("dev/x"));
    for (String name : names) Files.createFile(folder.resolve("dev/x").resolve(name + ".class"));
    return folder;
  }

  private int fuzz(Path folder, ByteArrayOutputStream shown) throws Exception {
    var run = new FuzzRun(List.of("sh", "-c", FAKE, "sh"), module, Duration.ofSeconds(1));
    try (var out = new PrintStream(shown, false, StandardCharsets.UTF_8)) {
      return FuzzAll.fuzz(FuzzTarget.in(folder), run, 2, out);
    }
  }

  @Test
  void targetsAreTheClassesNamedFuzz() throws IOException {
    Path folder = testClasses("GoodFuzz", "GoodFuzzTest", "Fuzzy", "BadFuzz");
    assertEquals(
        List.of(
            new FuzzTarget("dev.x.BadFuzz", module.resolve("src/test/corpus/BadFuzz")),
            new FuzzTarget("dev.x.GoodFuzz", module.resolve("src/test/corpus/GoodFuzz"))),
        FuzzTarget.in(folder));
  }

  @Test
  void aRunWithoutFindingsIsGood() throws Exception {
    Path seeds = Files.createDirectories(module.resolve("src/test/corpus/GoodFuzz"));
    var shown = new ByteArrayOutputStream();
    assertEquals(0, fuzz(testClasses("GoodFuzz"), shown));
    assertEquals(
        "GoodFuzz                     4,988,751 runs   831,458/s     58 new inputs, none broke it\n",
        shown.toString(StandardCharsets.UTF_8));
    List<String> log = Files.readAllLines(module.resolve("GoodFuzz.log"));
    assertEquals("--target_class=dev.x.GoodFuzz", log.getFirst());
    // New inputs go to the first folder: never to the checked-in one.
    assertEquals(log.indexOf(seeds.toString()) - 1, log.indexOf(module.resolve("GoodFuzz") + ""));
  }

  @Test
  void aFindingSaysWhereItsInputLies() throws Exception {
    var shown = new ByteArrayOutputStream();
    assertEquals(1, fuzz(testClasses("GoodFuzz", "BadFuzz", "DeadFuzz"), shown));
    String text = shown.toString(StandardCharsets.UTF_8);
    assertTrue(
        text.contains("FINDING java.lang.IllegalStateException: boom; the input: x-crash-1"), text);
    assertTrue(text.contains("BROKEN exit status 1; log: " + module.resolve("DeadFuzz.log")), text);
    assertTrue(text.contains("none broke it"), text);
  }

  @ParameterizedTest(name = "exit {0} and [{1}] is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          70 | ==7== ERROR: libFuzzer: timeout~Test unit written to t-1 \
             | Finding[error=libFuzzer: timeout, input=t-1]
          77 | == Java Exception: x.SecurityIssue: bad~Test unit written to t-2 \
             | Finding[error=x.SecurityIssue: bad, input=t-2]
          0  | Done  | Broken[why=it ran nothing]
          1  | Error | Broken[why=exit status 1]
          """)
  void aLogIsReadWithItsExitStatus(int status, String log, String expected) {
    List<String> lines = log.replace("~", "\n").lines().toList();
    assertEquals(expected, FuzzReport.of(status, lines).toString());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                | no folder of test classes given
          --seconds         | --seconds wants a value
          --seconds 0 .     | --seconds wants a number from 1, not 0
          --jobs two .      | --jobs wants a number from 1, not two
          --nonsense .      | no option --nonsense
          /no/such/folder   | no folder /no/such/folder
          src/main          | no …Fuzz class in [src/main]
          """)
  void wrongUsageIsToldInOneLine(String args, String told) throws Exception {
    Invocation.of(Words.split(args))
        .on((words, _, out, err, _) -> FuzzAll.run(words, out, err))
        .expect(2, "", "fuzz: " + told + "\n");
  }

  @ParameterizedTest(name = "--only {0} leaves {1}")
  @CsvSource({"B.*, [BadFuzz]", ".*, '[BadFuzz, GoodFuzz]'", "OtherFuzz, []"})
  void onlyTheTargetsAskedForAreRun(String only, String names) throws IOException {
    Path folder = testClasses("GoodFuzz", "BadFuzz");
    var options = FuzzOptions.parse(List.of("--only", only, folder.toString()));
    assertEquals(names, options.targets().stream().map(FuzzTarget::name).toList().toString());
  }

  @Test
  void theChildSeesTheClassesBesideTheTests() throws IOException {
    Path folder = testClasses();
    var options = FuzzOptions.parse(List.of("--jobs", "3", folder.toString()));
    assertEquals(3, options.jobs());
    String start = folder + ":" + module.resolve("target/classes") + ":";
    assertTrue(options.classPath().startsWith(start), options::classPath);
  }
}
