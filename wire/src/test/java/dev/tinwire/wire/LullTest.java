package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only who sends much at once, and had no more at hand, is given time. */
class LullTest {
  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource(
      textBlock =
          """
               -1, 1048576, false
                0, 1048576, false
             1460, 1048576, false
            16383, 1048576, false
            16384, 1048576, true
           917504, 1048576, true
          1048576, 1048576, false
            16384,   16384, false
          """)
  void aPauseIsDue(int came, int room, boolean due) {
    assertEquals(due, Lull.isDue(came, room));
  }
}
