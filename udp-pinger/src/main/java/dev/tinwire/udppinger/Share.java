package dev.tinwire.udppinger;

import dev.tinwire.wire.Malformed;
import java.math.BigDecimal;

/** A share of all packets, from 0 to 1; people write {@code 30%} or {@code 0.3%}. */
record Share(double value) {
  static final Share NONE = new Share(0);

  Share {
    if (!(value >= 0 && value <= 1)) throw new IllegalArgumentException("share " + value);
  }

  /** A bare number is refused: 1 could be one in a hundred, or all. */
  static Share parse(String text) throws Malformed {
    if (!text.endsWith("%")) throw fault(text, text.length(), "write it with %, such as 30%");
    String number = text.substring(0, text.length() - 1);
    if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw fault(text, 0, "write a number and %, such as 0.1%");
    }
    // Every start reads some that are 0: without what BigDecimal makes when it is loaded.
    if (number.length() < 3 && number.indexOf('.') < 0) {
      return new Share(Integer.parseInt(number) / 100.0);
    }
    var percent = new BigDecimal(number);
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) throw fault(text, 0, "is more than 100%");
    return new Share(percent.movePointLeft(2).doubleValue());
  }

  private static Malformed fault(String text, int at, String problem) {
    return new Malformed("share", text, at, problem);
  }

  boolean any() {
    return value > 0;
  }

  /** {@code 30%}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(value).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
