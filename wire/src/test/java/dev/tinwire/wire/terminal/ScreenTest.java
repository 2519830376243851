package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
  @ParameterizedTest(name = "terminal {0}, {1}: live {2}, {3} columns, unicode {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # terminal | environment                | live  | columns | unicode
          true       | TERM=xterm LANG=C.UTF-8    | true  | 80      | true
          true       | LANG=de_DE.utf8            | true  | 80      | true
          true       | LANG=en_US.ISO-8859-1      | true  | 80      | false
          true       | LANG=C.UTF-8 LC_ALL=C      | true  | 80      | false
          true       | LANG=C.UTF-8 LC_ALL=       | true  | 80      | true
          true       | LANG=C LC_CTYPE=C.UTF-8    | true  | 80      | true
          true       | LC_CTYPE=C LC_ALL=C.UTF-8  | true  | 80      | true
          true       |                            | true  | 80      | false
          true       | TERM=dumb                  | false | 80      | false
          false      | LANG=C.UTF-8               | false | 80      | true
          true       | COLUMNS=132                | true  | 132     | false
          true       | COLUMNS=3                  | true  | 20      | false
          true       | COLUMNS=99999              | true  | 1000    | false
          true       | COLUMNS=0                  | true  | 80      | false
          true       | COLUMNS=-5                 | true  | 80      | false
          true       | COLUMNS=99999999999999     | true  | 80      | false
          """)
  void isDecidedFromTheEnvironment(
      boolean terminal, String environment, boolean live, int columns, boolean unicode) {
    var variables = ColorChoiceTest.variables(environment);
    assertEquals(
        new Screen(live, columns, false, unicode),
        Screen.decide(terminal, variables, ColorChoice.NEVER));
  }

  @Test
  void paintsOnlyInColour() {
    var coloured = Screen.decide(false, Map.of(), ColorChoice.ALWAYS);
    assertEquals("\033[31mno\033[0m", coloured.paint(Style.BAD, "no"));
    assertEquals("", coloured.paint(Style.BAD, ""));
    assertEquals("no", Screen.PLAIN.paint(Style.BAD, "no"));
  }

  @Test
  void theLauncherNamesTheDescriptorsThatAreTerminals() {
    assertEquals(new Terminals(true, false, true), Terminals.parse("02"));
    assertEquals(Terminals.NONE, Terminals.parse(""));
  }

  @ParameterizedTest(name = "[{0}] is {1} columns")
  @CsvSource(
      textBlock =
          """
          24 80,        80
          '24 80\n',    80
          0 0,
          '',
          24,
          24 80 3,
          stty: error,
          """)
  void theWindowSizeIsWhatSttySays(String answer, Integer columns) {
    assertEquals(
        columns == null ? OptionalInt.empty() : OptionalInt.of(columns), WindowSize.parse(answer));
  }
}
