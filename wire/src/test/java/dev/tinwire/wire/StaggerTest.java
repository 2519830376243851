package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole races in which time is a number. */
class StaggerTest {
  private static final long NEVER = Long.MAX_VALUE;

  /** An attempt that ends by itself after so many milliseconds, well or not. */
  private record Lane(int number, long takes, boolean connects, long started) {
    /** "+10" connects after 10 ms, "-10" fails then, "?" never ends. */
    static Lane parse(int number, String text, long started) {
      return text.equals("?")
          ? new Lane(number, NEVER, false, started)
          : new Lane(number, Long.parseLong(text.substring(1)), text.startsWith("+"), started);
    }

    long end() {
      return takes == NEVER ? NEVER : started + takes;
    }
  }

  @ParameterizedTest(name = "[{0}] starts at [{1}], ends with {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # attempts      | started at  | winner and when
          +10             | 0           | 0 at 10
          +400 +10        | 0 250       | 1 at 260
          +300 +100       | 0 250       | 0 at 300
          -5 +10          | 0 5         | 1 at 15
          -300 +400 +10   | 0 250 300   | 2 at 310
          ? -5 +10        | 0 250 255   | 2 at 265
          ? ? ? +1        | 0 250 500 750 | 3 at 751
          +249 +1         | 0           | 0 at 249
          -10 -10 -10     | 0 10 20     | nobody at 30
          ? -10           | 0 250       | nobody yet
          ''              | ''          | nobody at 0
          """)
  void attemptsStartOneByOne(String attempts, String starts, String winner) {
    assertEquals(starts + " | " + winner, race(words(attempts)));
  }

  private static String race(List<String> attempts) {
    var running = new ArrayList<Lane>();
    var starts = new ArrayList<Long>();
    long now = 0;
    boolean lastFailed = false;
    while (true) {
      long sinceLast = starts.isEmpty() ? 0 : now - starts.getLast();
      var first = running.stream().min(Comparator.comparingLong(Lane::end));
      long end = first.map(Lane::end).orElse(NEVER);
      switch (Stagger.next(
          attempts.size() - starts.size(),
          running.size(),
          lastFailed,
          Duration.ofMillis(sinceLast),
          Stagger.DELAY)) {
        case Stagger.Start() -> {
          running.add(Lane.parse(starts.size(), attempts.get(starts.size()), now));
          starts.add(now);
          lastFailed = false;
          continue;
        }
        case Stagger.Wait(Duration atMost) -> {
          if (end > now + atMost.toMillis()) {
            now += atMost.toMillis();
            continue;
          }
        }
        case Stagger.WaitForAny() -> {
          if (end == NEVER) return print(starts) + " | nobody yet";
        }
        case Stagger.GiveUp() -> {
          return print(starts) + " | nobody at " + now;
        }
      }
      now = end;
      if (first.orElseThrow().connects()) {
        return print(starts) + " | " + first.get().number() + " at " + now;
      }
      running.remove(first.get());
      lastFailed = true;
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(s -> !s.isEmpty()).toList();
  }

  private static String print(List<Long> starts) {
    return starts.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
