package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShareTest {
  @ParameterizedTest
  @CsvSource({"30%, 0.3, 30%", "0.1%, 0.001, 0.1%", "0%, 0, 0%", "100%, 1, 100%", "007%, 0.07, 7%"})
  void read(String text, double value, String printed) throws Malformed {
    assertEquals(value, Share.parse(text).value());
    assertEquals(printed, Share.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "0.3", "101%", "-1%", "%", "", "1e1%", ".5%", "5.%", "٣%", "30 %"})
  void refused(String text) {
    assertThrows(Malformed.class, () -> Share.parse(text));
  }
}
