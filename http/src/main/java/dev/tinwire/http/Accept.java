package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which media types are wanted (RFC 9110 §12.5.1); no range at all means any. */
public record Accept(List<MediaRange> ranges) {
  /** Browsers send about eight. */
  public static final int MOST = 64;

  public Accept {
    ranges = List.copyOf(ranges);
  }

  /** Reads all lines of the field together. */
  public static Accept parse(List<String> lines) throws Malformed {
    return new Accept(ValueReader.list("Accept", lines, MOST, MediaRange::read));
  }

  /** What the most specific range that matches says; a type that none matches is not wanted. */
  public Weight weightOf(MediaType offer) {
    if (ranges.isEmpty()) return Weight.FULL;
    return ranges.stream()
        .filter(range -> range.matches(offer))
        .max(Comparator.comparingInt(MediaRange::specificity))
        .map(MediaRange::weight)
        .orElse(Weight.NONE);
  }

  /** The offer wanted most, the first of equals; empty if none is acceptable. */
  public Optional<MediaType> best(List<MediaType> offers) {
    return Wanted.most(offers, this::weightOf);
  }

  @Override
  public String toString() {
    return ranges.stream().map(MediaRange::toString).collect(Collectors.joining(", "));
  }
}
