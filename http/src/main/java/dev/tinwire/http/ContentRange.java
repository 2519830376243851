package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.OptionalLong;

/**
 * Which part this is, and of how much (RFC 9110 §14.4).
 *
 * <pre>
 * bytes 0-9/100    bytes 0-9/*    bytes *&#47;100
 * </pre>
 *
 * Numbers that a long cannot hold are refused: unlike a Range, this field decides where bytes go.
 */
public sealed interface ContentRange {
  /** A part that came, of a representation whose whole length may be unknown. */
  record Satisfied(ByteRange range, OptionalLong completeLength) implements ContentRange {
    public Satisfied {
      if (completeLength.isPresent() && range.last() >= completeLength.getAsLong()) {
        throw new IllegalArgumentException(range + " of " + completeLength);
      }
    }

    @Override
    public String toString() {
      String complete = completeLength.isPresent() ? "" + completeLength.getAsLong() : "*";
      return "bytes " + range.first() + "-" + range.last() + "/" + complete;
    }
  }

  /** What a 416 says: nothing you asked for is there, this is how long it is. */
  record Unsatisfied(long completeLength) implements ContentRange {
    public Unsatisfied {
      if (completeLength < 0) throw new IllegalArgumentException("" + completeLength);
    }

    @Override
    public String toString() {
      return "bytes */" + completeLength;
    }
  }

  /** Reads the field's one value. */
  static ContentRange parse(String text) throws Malformed {
    var in = new ValueReader("Content-Range", text);
    if (!in.token("range unit").equalsIgnoreCase("bytes")) {
      throw in.malformed(0, "counts in a unit that is not bytes");
    }
    in.expect(' ');
    ContentRange range = in.take('*') ? unsatisfied(in) : satisfied(in);
    in.end();
    return range;
  }

  private static ContentRange unsatisfied(ValueReader in) throws Malformed {
    in.expect('/');
    return new Unsatisfied(number(in));
  }

  private static ContentRange satisfied(ValueReader in) throws Malformed {
    int start = in.place();
    long first = number(in);
    in.expect('-');
    long last = number(in);
    if (last < first) throw in.malformed(start, "ends before it begins");
    in.expect('/');
    var complete = in.take('*') ? OptionalLong.empty() : OptionalLong.of(number(in));
    // §14.4: such a range is invalid, and what came with it must not be put together.
    if (complete.isPresent() && complete.getAsLong() <= last) {
      throw in.malformed(start, "ends after the complete length");
    }
    return new Satisfied(new ByteRange(first, last), complete);
  }

  private static long number(ValueReader in) throws Malformed {
    int start = in.place();
    OptionalLong number = Decimals.exact(Decimals.read(in));
    if (number.isEmpty()) throw in.malformed(start, "has a number that is too great");
    return number.getAsLong();
  }
}
