package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.regex.Pattern;

/**
 * How much something is wanted (RFC 9110 §12.4.2), counted in thousandths so that no rounding comes
 * between equals.
 *
 * <pre>
 * weight = OWS ";" OWS "q=" qvalue
 * qvalue = ( "0" [ "." *3DIGIT ] ) / ( "1" [ "." *3"0" ] )      ; at most three digits
 * </pre>
 */
public record Weight(int thousandths) implements Comparable<Weight> {
  /** Nothing said: wanted as much as anything. */
  public static final Weight FULL = new Weight(1000);

  /** {@code q=0}: not acceptable. */
  public static final Weight NONE = new Weight(0);

  /** The least that is still acceptable. */
  static final Weight LEAST = new Weight(1);

  private static final Pattern QVALUE = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

  public Weight {
    if (thousandths < 0 || thousandths > 1000) throw new IllegalArgumentException("" + thousandths);
  }

  static Weight parse(String qvalue) throws Malformed {
    var in = new ValueReader("weight", qvalue);
    Weight weight = read(in);
    in.end();
    return weight;
  }

  /** Reads {@code ;q=0.5} if it stands there; nothing else may, where only a weight can follow. */
  static Weight readOptional(ValueReader in) throws Malformed {
    int before = in.place();
    in.skipOws();
    if (!in.take(';')) {
      in.backTo(before);
      return FULL;
    }
    in.skipOws();
    if (!in.take('q') && !in.take('Q')) throw in.malformed("expected a weight, q=");
    in.expect('=');
    return read(in);
  }

  private static Weight read(ValueReader in) throws Malformed {
    int start = in.place();
    String text = in.run(c -> c == '.' || (c >= '0' && c <= '9'));
    if (!QVALUE.matcher(text).matches()) {
      throw in.malformed(start, "expected 0 to 1 with at most three digits");
    }
    String fraction = text.length() > 2 ? text.substring(2) : "";
    int thousandths = Integer.parseInt((fraction + "000").substring(0, 3));
    return new Weight(text.startsWith("1") ? 1000 : thousandths);
  }

  public boolean acceptable() {
    return thousandths > 0;
  }

  @Override
  public int compareTo(Weight other) {
    return Integer.compare(thousandths, other.thousandths);
  }

  /** What follows an element of a list: nothing where the weight is full. */
  String printed() {
    return equals(FULL) ? "" : ";q=" + this;
  }

  @Override
  public String toString() {
    if (thousandths == 1000) return "1";
    String digits = String.valueOf(1000 + thousandths).substring(1);
    return thousandths == 0 ? "0" : "0." + digits.replaceFirst("0+$", "");
  }
}
