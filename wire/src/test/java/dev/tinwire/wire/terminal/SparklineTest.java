package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTest {
  private static final Screen UNICODE = new Screen(true, 80, false, true);

  @ParameterizedTest(name = "{0} in {1} columns: {2}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          # values                 | columns | drawn      | ASCII
                                   | 10      | ''         | ''
          5                        | 10      | ▁          | _
          3 3 3                    | 10      | ▁▁▁        | ___
          0 1 2 3 4 5 6 7          | 10      | ▁▂▃▄▅▆▇█   | _.,-~=+#
          1 - 2                    | 10      | '▁ █'      | '_ #'
          - -                      | 10      | '  '       | '  '
          -3 0 3                   | 10      | ▁▅█        | _~#
          0 0 9 0 0 0 0 0          | 4       | ▁█▁▁       | _#__
          0 1 2 3 4                | 2       | ▁█         | _#
          - - - 4 0 0              | 3       | ' █▁'      | ' #_'
          """)
  void valuesAsBars(String values, int columns, String drawn, String ascii) {
    assertEquals(drawn, Sparkline.of(parse(values), columns, UNICODE));
    assertEquals(ascii, Sparkline.of(parse(values), columns, Screen.PLAIN));
  }

  private static List<OptionalDouble> parse(String values) {
    if (values == null) return List.of();
    return Arrays.stream(values.split(" ", -1))
        .map(v -> v.equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(v)))
        .toList();
  }
}
