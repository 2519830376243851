package dev.tinwire.http;

import java.time.Instant;
import java.time.InstantSource;

/** Any text is no date, or a moment that comes back from its print. */
public final class HttpDateFuzz {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T11:31:30Z"));

  private HttpDateFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Reread.text(input);
    var strict = HttpDate.parse(text, CLOCK);
    var lenient = HttpDate.parseInAnyCase(text, CLOCK);
    if (strict.isPresent() && !strict.equals(lenient)) throw new AssertionError(text);
    lenient.ifPresent(HttpDateFuzz::check);
  }

  private static void check(Instant moment) {
    // A leap second at the end of the year 9999 has no four digits any more.
    if (moment.equals(Instant.parse("+10000-01-01T00:00:00Z"))) return;
    String printed = HttpDate.print(moment);
    var again = HttpDate.parse(printed, CLOCK);
    if (again.isEmpty() || !again.get().equals(moment)) throw new AssertionError(printed);
  }
}
