package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which languages are wanted (RFC 9110 §12.5.4), matched by basic filtering (RFC 4647 §3.3.1):
 * {@code de} also means {@code de-AT}. No range at all means any.
 */
public record AcceptLanguage(List<Wanted> ranges) {
  public static final int MOST = 64;

  /** {@code language-range} of RFC 4647 §2.1. */
  private static final Pattern RANGE = Pattern.compile("\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  public AcceptLanguage {
    ranges = List.copyOf(ranges);
    for (Wanted range : ranges) {
      if (!RANGE.matcher(range.value()).matches()) {
        throw new IllegalArgumentException("no language range: " + range.value());
      }
    }
  }

  /** Reads all lines of the field together. */
  public static AcceptLanguage parse(List<String> lines) throws Malformed {
    return new AcceptLanguage(
        ValueReader.list("Accept-Language", lines, MOST, AcceptLanguage::range));
  }

  private static Wanted range(ValueReader in) throws Malformed {
    int start = in.place();
    String range = in.token("language range");
    if (!RANGE.matcher(range).matches()) throw in.malformed(start, "expected a language range");
    return new Wanted(range, Weight.readOptional(in));
  }

  /** What the longest range that matches says. */
  public Weight weightOf(String tag) {
    if (ranges.isEmpty()) return Weight.FULL;
    String lower = tag.toLowerCase(Locale.ROOT);
    return ranges.stream()
        .filter(range -> matches(range.value(), lower))
        .max(Comparator.comparingInt(range -> specificity(range.value())))
        .map(Wanted::weight)
        .orElse(Weight.NONE);
  }

  private static boolean matches(String range, String tag) {
    return range.equals("*") || tag.equals(range) || tag.startsWith(range + "-");
  }

  private static int specificity(String range) {
    return range.equals("*") ? 0 : range.length();
  }

  /** The language wanted most, the first of equals; empty if none is acceptable. */
  public Optional<String> best(List<String> offers) {
    return Wanted.most(offers, this::weightOf);
  }

  @Override
  public String toString() {
    return ranges.stream().map(Wanted::toString).collect(Collectors.joining(", "));
  }
}
