package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option that may stand alone never takes the word behind it. */
class LoneValueTest {
  private static final Value<String> INTO =
      Value.of("DIR", Grammar.TEXT, "where to", "-i", "--into").alone(".");
  private static final Argument<String> PATH = Argument.optional("PATH", Grammar.TEXT, "what");

  private static Command command() {
    return Command.of("try", "tries", (_, _) -> ExitStatus.DONE)
        .arguments(PATH)
        .options("Trying", INTO);
  }

  @ParameterizedTest(name = "try {0}: {1} and {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          --into         | .   | -
          -i             | .   | -
          --into a       | .   | a
          --into=b a     | b   | a
          a --into       | .   | a
          --into= a      | ''  | a
          -ib a          | b   | a
          -- --into      | -   | --into
          a              | -   | a
          --into=b --into | .  | -
          """)
  void itsValueStandsBehindAnEqualsSign(String line, String value, String path) throws Exception {
    var parsed = Parsed.of(command(), Picocli.parse(command(), List.of(line.split(" ", -1))));
    assertEquals(value, parsed.find(INTO).orElse(null));
    assertEquals(path, parsed.find(PATH).orElse(null));
  }

  @Test
  void theHelpShowsIt() {
    assertEquals("-i, --into[=DIR]", INTO.term());
  }

  @Test
  void aSecondArgumentIsStillOneTooMany() {
    var line = List.of("--into", "a", "b");
    assertThrows(UsageError.class, () -> Parsed.of(command(), Picocli.parse(command(), line)));
  }
}
