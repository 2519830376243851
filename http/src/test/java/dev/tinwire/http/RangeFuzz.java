package dev.tinwire.http;

import dev.tinwire.http.ByteRanges.Selection;
import java.util.List;

/** Any text is ignored or selects bytes that are there; any is a Content-Range or refused. */
public final class RangeFuzz {
  private RangeFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Reread.text(input);
    Reread.check(text, ContentRange::parse);
    ByteRanges.parse(List.of(text)).ifPresent(RangeFuzz::check);
  }

  private static void check(ByteRanges ranges) {
    var again = ByteRanges.parse(List.of(ranges.toString()));
    if (again.isEmpty() || !again.get().equals(ranges)) throw new AssertionError(ranges);
    for (long length : new long[] {0, 1, 100, Long.MAX_VALUE}) check(ranges, length);
  }

  private static void check(ByteRanges ranges, long length) {
    if (ranges.select(length) instanceof Selection.Partial(var parts)) {
      if (parts.isEmpty() || parts.size() > ByteRanges.MOST) throw new AssertionError(parts);
      for (ByteRange part : parts) {
        if (part.last() >= length || part.length() < 1) throw new AssertionError(part);
      }
    }
  }
}
