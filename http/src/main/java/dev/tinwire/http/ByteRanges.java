package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@code Range} in bytes (RFC 9110 §14.2) and what it selects of a representation.
 *
 * <pre>
 * bytes=0-499   bytes=500-   bytes=-500   bytes=0-0,-1
 * </pre>
 *
 * A server may ignore the field, and must where it does not know the unit; so what is not right is
 * empty, never a fault. Numbers beyond a long are taken for the greatest long: no representation is
 * that long, so they select the same.
 */
public record ByteRanges(List<RangeSpec> specs) {
  /** More parts in one answer help nobody; beyond, the whole is sent (§14.2, §17.15). */
  public static final int MOST = 16;

  /** Two may overlap once, as §14.2 allows; more is an attack by multiplication (§17.15). */
  public static final int MOST_OVERLAPS = 1;

  public ByteRanges {
    specs = List.copyOf(specs);
    if (specs.isEmpty() || specs.size() > MOST) {
      throw new IllegalArgumentException(specs.size() + " ranges");
    }
  }

  /** What a Range selects of a representation of known length. */
  public sealed interface Selection {
    /** The field is to be ignored: 200. */
    record Whole() implements Selection {}

    /** 206, in the order that was asked for, none empty. */
    record Partial(List<ByteRange> ranges) implements Selection {
      public Partial {
        ranges = List.copyOf(ranges);
      }
    }

    /** Nothing that was asked for is there: 416. */
    record Unsatisfiable() implements Selection {}
  }

  /** Reads all lines of the field; empty where it is to be ignored, also if there are two lines. */
  public static Optional<ByteRanges> parse(List<String> lines) {
    if (lines.size() != 1) return Optional.empty();
    String line = lines.getFirst();
    if (!line.regionMatches(true, 0, "bytes=", 0, 6)) return Optional.empty(); // §14.1: any case
    try {
      var set = List.of(line.substring(6));
      var specs = ValueReader.list("range", set, MOST, ByteRanges::spec);
      return specs.isEmpty() ? Optional.empty() : Optional.of(new ByteRanges(specs));
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private static RangeSpec spec(ValueReader in) throws Malformed {
    if (in.take('-')) return new RangeSpec.Suffix(number(in));
    long first = number(in);
    in.expect('-');
    boolean open = in.atEnd() || !Octet.isDigit((char) in.peek());
    if (open) return new RangeSpec.From(first);
    long last = number(in);
    if (last < first) throw in.malformed("ends before it begins");
    return new RangeSpec.Between(first, last);
  }

  private static long number(ValueReader in) throws Malformed {
    return Decimals.saturating(Decimals.read(in));
  }

  /** Decides what to send of a representation this long. */
  public Selection select(long length) {
    var ranges = new ArrayList<ByteRange>();
    for (RangeSpec spec : specs) {
      // §14.1.2 calls it satisfiable, but no Content-Range could say so: the whole is nothing too.
      if (length == 0 && spec instanceof RangeSpec.Suffix(long n) && n > 0) {
        return new Selection.Whole();
      }
      resolve(spec, length).ifPresent(ranges::add);
    }
    if (ranges.isEmpty()) return new Selection.Unsatisfiable();
    return overlaps(ranges) > MOST_OVERLAPS ? new Selection.Whole() : new Selection.Partial(ranges);
  }

  private static Optional<ByteRange> resolve(RangeSpec spec, long length) {
    long first =
        switch (spec) {
          case RangeSpec.From(long from) -> from;
          case RangeSpec.Between(long from, _) -> from;
          case RangeSpec.Suffix(long n) -> n == 0 ? length : Math.max(0, length - n);
        };
    long last =
        spec instanceof RangeSpec.Between(_, long to) ? Math.min(to, length - 1) : length - 1;
    return first < length ? Optional.of(new ByteRange(first, last)) : Optional.empty();
  }

  /** How many begin before all that begin earlier have ended. */
  private static int overlaps(List<ByteRange> ranges) {
    int overlaps = 0;
    long end = -1;
    for (var range : ranges.stream().sorted(Comparator.comparingLong(ByteRange::first)).toList()) {
      if (range.first() <= end) overlaps++;
      end = Math.max(end, range.last());
    }
    return overlaps;
  }

  @Override
  public String toString() {
    return specs.stream().map(Object::toString).collect(Collectors.joining(",", "bytes=", ""));
  }
}
