package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directives of {@code Cache-Control} (RFC 9111 §5.2), as caches in use read them: what cannot
 * be read is skipped, and what was meant to forbid something still forbids it.
 *
 * @param directives names in lower case; of several of a name the first counts (§4.2.1)
 */
record CacheControl(Map<String, String> directives) {
  /** More than a lifetime: what overflows is this (§1.2.2). */
  static final long MOST_SECONDS = Integer.MAX_VALUE;

  private static final Pattern DIRECTIVE =
      Pattern.compile("([^\\s=,;\"]+)(?:=(?:\"([^\"]*)\"|([^\\s,]*)))?[^,]*");

  CacheControl {
    directives = Map.copyOf(directives);
  }

  static CacheControl of(Fields fields) {
    var directives = new LinkedHashMap<String, String>();
    for (String line : fields.all("Cache-Control")) {
      int at = 0;
      Matcher next = DIRECTIVE.matcher(line);
      while (at < line.length() && next.find(at)) {
        String value = next.group(2) != null ? next.group(2) : next.group(3);
        directives.putIfAbsent(next.group(1).toLowerCase(Locale.ROOT), value == null ? "" : value);
        at = next.end() + 1;
      }
    }
    return new CacheControl(directives);
  }

  boolean has(String name) {
    return directives.containsKey(name);
  }

  /** A number of seconds; one that is none is zero, for it was meant as a limit (§4.2.1). */
  Optional<Duration> seconds(String name) {
    if (!has(name)) return Optional.empty();
    return Optional.of(Duration.ofSeconds(number(directives.getOrDefault(name, "")).orElse(0L)));
  }

  /** Digits alone; what is too large is very large. */
  static Optional<Long> number(String digits) {
    if (!digits.matches("[0-9]+")) return Optional.empty();
    return Optional.of(
        digits.length() > 10 ? MOST_SECONDS : Math.min(MOST_SECONDS, Long.parseLong(digits)));
  }
}
