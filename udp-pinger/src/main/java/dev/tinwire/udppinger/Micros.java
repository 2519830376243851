package dev.tinwire.udppinger;

import dev.tinwire.wire.json.Json;
import java.math.BigDecimal;

/** Times for programs: microseconds, with as many decimals as nanoseconds need. */
final class Micros {
  private Micros() {}

  /** {@code 67}, {@code 67.5}, {@code 67.123}. */
  static String print(long nanos) {
    return BigDecimal.valueOf(nanos, 3).stripTrailingZeros().toPlainString();
  }

  static Json json(long nanos) {
    return new Json.Num(print(nanos));
  }

  /** Rounded to nanoseconds. */
  static Json json(double nanos) {
    return json(Math.round(nanos));
  }
}
