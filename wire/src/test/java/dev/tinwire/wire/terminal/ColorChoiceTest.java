package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorChoiceTest {
  @ParameterizedTest(name = "--color {0}, terminal {1}, {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # --color | terminal | environment                 | coloured
          always    | false    | NO_COLOR=1 TERM=dumb        | true
          never     | true     | CLICOLOR_FORCE=1 TERM=xterm | false
          auto      | true     | TERM=xterm                  | true
          auto      | true     |                             | true
          auto      | false    | TERM=xterm                  | false
          auto      | true     | TERM=dumb                   | false
          auto      | true     | NO_COLOR=1                  | false
          auto      | true     | NO_COLOR=0                  | false
          auto      | true     | NO_COLOR=                   | true
          auto      | false    | CLICOLOR_FORCE=1            | true
          auto      | false    | CLICOLOR_FORCE=0            | false
          auto      | true     | CLICOLOR_FORCE=1 NO_COLOR=1 | false
          auto      | true     | CLICOLOR=0                  | false
          auto      | true     | CLICOLOR=1                  | true
          """)
  void theChoiceComesBeforeTheEnvironmentAndThatBeforeTheTerminal(
      String choice, boolean terminal, String environment, boolean coloured) throws Malformed {
    assertEquals(coloured, ColorChoice.parse(choice).coloured(terminal, variables(environment)));
  }

  @Test
  void anyOtherWordIsRefused() {
    assertThrows(Malformed.class, () -> ColorChoice.parse("yes"));
  }

  /** {@code A=1 B=2}. */
  static Map<String, String> variables(String text) {
    if (text == null) return Map.of();
    return Arrays.stream(text.split(" ", -1))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
