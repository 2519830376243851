package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortChoiceTest {
  @Test
  void onlyWhoNamesNoPortGetsTheNextFreeOne() {
    assertEquals(List.of(9000), PortChoice.of(Optional.of(9000)).ports());
    var usual = PortChoice.of(Optional.empty()).ports();
    assertEquals(List.of(8080, 8081, 8082), usual.subList(0, 3));
    assertEquals(20, usual.size());
  }

  @ParameterizedTest(name = "--port {0}, taken {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
               | 8080 |
               | 8083 | port 8080 is taken, so this is 8083
          9000 | 9000 |
          0    | 5555 |
          """)
  void anotherPortIsSaid(Integer given, int taken, String note) {
    var choice = PortChoice.of(Optional.ofNullable(given));
    assertEquals(Optional.ofNullable(note), choice.note(taken));
  }

  @ParameterizedTest(name = "--port {0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9000 | Address already in use | port 9000 is taken; choose another, or leave --port out \
          for the next free one
          80   | Permission denied      | port 80 is for the administrator only; --port 8080 is \
          for all
          9000 | Cannot assign          | cannot listen: Cannot assign
               | Address already in use | ports 8080 to 8099 are all taken; choose another with \
          --port
          """)
  void aRefusalSaysWhatToTry(Integer given, String reason, String said) {
    assertEquals(said, PortChoice.of(Optional.ofNullable(given)).refusal(reason));
  }
}
