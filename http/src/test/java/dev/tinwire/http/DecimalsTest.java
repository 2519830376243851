package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of digits alone. */
class DecimalsTest {
  @Property
  void aNumberIsReadBack(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long number) {
    assertEquals(OptionalLong.of(number), Decimals.number(Long.toString(number)));
    assertEquals(OptionalLong.of(number), Decimals.exact(Long.toString(number)));
  }

  /** The last two are Arabic digits, and one digit more than is sure to fit. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "+1", "-1", " 1", "1 ", "1,1", "0x1", "1.", "٣", "1234567890123456789"})
  void anythingElseIsNone(String text) {
    assertEquals(OptionalLong.empty(), Decimals.number(text));
  }
}
