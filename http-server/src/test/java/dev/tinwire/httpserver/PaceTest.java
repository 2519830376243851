package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
  private static final Pace PACE = new Pace(Duration.ofSeconds(30), 500);

  @ParameterizedTest(name = "after {0} s for {1} bytes we wait {2} s more")
  @CsvSource({
    "0, 0, 30",
    "10, 0, 20",
    "30, 0, 0",
    "40, 0, 0",
    // a byte now and then earns next to nothing
    "29, 2, 1",
    "60, 15000, 0",
    "59, 15000, 1",
    // what came fast is no licence to stand still
    "1, 1000000000, 30",
    "0, 9223372036854775807, 30",
  })
  void patience(long waited, long bytes, long left) {
    long nanos = PACE.patience(Duration.ofSeconds(waited).toNanos(), bytes);
    assertEquals(left, Duration.ofNanos(nanos).toSeconds());
  }

  @Test
  void aPaceWithoutEndIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Pace(Duration.ZERO, 1));
    assertThrows(IllegalArgumentException.class, () -> new Pace(Duration.ofSeconds(1), 0));
  }
}
