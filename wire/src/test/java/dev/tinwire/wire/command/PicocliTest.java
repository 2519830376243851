package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.AutoComplete;
import picocli.CommandLine;

class PicocliTest {
  @Property(tries = 200)
  void anyWordsAreUnderstoodOrAUsageError(@ForAll List<String> line) {
    try {
      var command = TrialCommand.doing((_, _) -> ExitStatus.DONE);
      Parsed.of(command, Picocli.parse(command, line));
    } catch (UsageError e) {
      assertTrue(String.valueOf(e.getMessage()).codePoints().noneMatch(Character::isISOControl));
    }
  }

  @Property(tries = 200)
  void whatStandsAfterTwoDashesIsAnArgument(@ForAll List<String> line) throws UsageError {
    var command = TrialCommand.doing((_, _) -> ExitStatus.DONE);
    var words = new ArrayList<>(List.of("--"));
    words.addAll(line);
    assertEquals(line, Picocli.parse(command, words).rest());
  }

  @Test
  void aNameWithAnAtSignIsNotAFileOfArguments(@TempDir Path folder) throws Exception {
    String name = "@" + Files.writeString(folder.resolve("arguments"), "--location");
    var command = TrialCommand.doing((_, _) -> ExitStatus.DONE);
    assertEquals(List.of(name), Picocli.parse(command, List.of(name)).rest());
  }

  @Test
  void completionKnowsTheOptions() {
    var command = TrialCommand.doing((_, _) -> ExitStatus.DONE);
    String script = AutoComplete.bash("tinwire", new CommandLine(Picocli.describe(command)));
    assertTrue(script.contains("--location"), script);
  }
}
