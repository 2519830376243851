package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetriesTest {
  @ParameterizedTest(name = "after {0} failures wait {1}")
  @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "9, PT4M16S", "10, PT5M", "1000, PT5M"})
  void eachWaitIsTwiceTheLastUpToALimit(int failed, Duration wait) {
    assertEquals(Optional.of(wait), Retries.wait(failed, Duration.ZERO, Duration.ofHours(1)));
  }

  @Test
  void whoseTimeIsOverIsGivenUp() {
    var hour = Duration.ofHours(1);
    assertEquals(Optional.empty(), Retries.wait(3, hour, hour));
  }
}
