package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the registry, and what they stand for. */
final class TrafficClassTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "46, 46",
    "63, 63",
    "07, 7",
    "EF, 46",
    "ef, 46",
    "VA, 44",
    "LE, 1",
    "BE, 0",
    "df, 0",
    "CS0, 0",
    "CS1, 8",
    "cs5, 40",
    "CS7, 56",
    "AF11, 10",
    "AF13, 14",
    "AF21, 18",
    "af41, 34",
    "AF43, 38"
  })
  void aClassIsANumberOrAName(String text, int expected) throws Malformed {
    assertEquals(expected, TrafficClass.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "64", "-1", "+1", "046", "CS8", "CS", "AF14", "AF51", "AF1", "EF ", "x"})
  void nothingElseIsAClass(String text) {
    assertThrows(Malformed.class, () -> TrafficClass.parse(text));
  }
}
