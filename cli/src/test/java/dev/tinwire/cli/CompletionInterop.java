package dev.tinwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts, tried by the shells they are for. */
@Tag("interop")
final class CompletionInterop {
  @TempDir private Path folder;

  @Test
  void bashCompletesToolsOptionsAndChoices() throws Exception {
    assertEquals(List.of("doctor"), bash("tinwire", "do"));
    assertEquals(List.of("--json"), bash("tinwire", "doctor", "--js"));
    assertEquals(List.of("bash"), bash("tinwire", "completion", "ba"));
    assertEquals(List.of(), bash("tinwire", "completion", "tcsh"));
  }

  @Test
  void zshUnderstandsItsScript() throws Exception {
    Path script = script(Shell.ZSH);
    assertEquals(List.of(), ran("zsh", "-n", script.toString()));
  }

  @Test
  void fishCompletesToolsAndOptions() throws Exception {
    String source = "source " + script(Shell.FISH) + "; ";
    assertEquals(
        List.of("doctor\tchecks that everything works here, over the loopback"),
        ran("fish", "--no-config", "-c", source + "complete -C 'tinwire doct'"));
    assertEquals(
        List.of("--json\tresults as JSON, one object a line"),
        ran("fish", "--no-config", "-c", source + "complete -C 'tinwire doctor --js'"));
  }

  private List<String> bash(String... words) throws Exception {
    String line = String.join(" ", Arrays.stream(words).map(Shell::quoted).toList());
    return ran(
        "bash",
        "--norc",
        "-c",
        ". "
            + script(Shell.BASH)
            + "; COMP_WORDS=("
            + line
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; _tinwire; printf '%s\\n' \"${COMPREPLY[@]}\" | sed '/^$/d'");
  }

  private Path script(Shell shell) throws IOException {
    return Files.writeString(
        folder.resolve(shell.word()), shell.script(Vocabulary.of(Tools.all())));
  }

  private List<String> ran(String... words) throws Exception {
    assumeTrue(onPath(words[0]), words[0] + " is not installed here");
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(true, process.waitFor(20, TimeUnit.SECONDS), "still running: " + said);
    assertEquals(0, process.exitValue(), said);
    return said.lines().toList();
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
