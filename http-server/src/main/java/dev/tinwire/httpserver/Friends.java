package dev.tinwire.httpserver;

import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The other sites whose scripts are let in: those named one by one may do what our own pages may;
 * if all are let in, these may only read, for nobody knows them. Pure.
 *
 * @param origins as browsers write them (RFC 6454 §6.2); or a star
 */
record Friends(Set<String> origins) {
  static final Friends NONE = new Friends(Set.of());
  private static final String STAR = "*";

  Friends {
    origins = Set.copyOf(origins);
  }

  static Friends of(List<String> named) {
    return new Friends(Set.copyOf(named));
  }

  boolean any() {
    return !origins.isEmpty();
  }

  boolean all() {
    return origins.contains(STAR);
  }

  /** The one whose script has sent this, if it is one of those named. */
  Optional<String> of(Request request) {
    List<String> sent = request.fields().all("Origin");
    return sent.size() == 1 && origins.contains(sent.getFirst()) && !sent.contains(STAR)
        ? Optional.of(sent.getFirst())
        : Optional.empty();
  }

  /** {@code https://app.example}, {@code http://localhost:3000}, or a star. */
  static String parse(String text) throws Malformed {
    if (text.equals(STAR) || text.matches("https?://[a-z0-9._\\[\\]:-]+")) return text;
    throw new Malformed(
        "origin",
        text,
        0,
        "write a site as browsers do: http://localhost:3000, no slash behind it");
  }
}
