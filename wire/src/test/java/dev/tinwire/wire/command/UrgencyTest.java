package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrgencyTest {
  @ParameterizedTest(name = "signals after {0} ms mean {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0              | END
          0 0            | END THE_SAME
          0 1 150        | END THE_SAME THE_SAME
          0 199          | END THE_SAME
          0 200          | END AT_ONCE
          0 3000         | END AT_ONCE
          0 1 150 250    | END THE_SAME THE_SAME AT_ONCE
          0 250 251 460  | END AT_ONCE THE_SAME AT_ONCE
          """)
  void oneThatIsHeardTwiceIsOne(String times, String expected) {
    // A clock that passes through zero must not matter (System.nanoTime()).
    for (long start : List.of(0L, -Duration.ofMillis(100).toNanos(), Long.MAX_VALUE - 1)) {
      var urgency = new Urgency();
      var wishes = new ArrayList<String>();
      for (String after : times.split(" ", -1)) {
        long time = start + Duration.ofMillis(Long.parseLong(after)).toNanos();
        wishes.add(urgency.heard(time).name());
      }
      assertEquals(expected, String.join(" ", wishes));
    }
  }
}
