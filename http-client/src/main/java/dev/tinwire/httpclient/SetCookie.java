package dev.tinwire.httpclient;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One {@code Set-Cookie} as browsers read it (RFC 6265bis §5.6), not as its grammar has it: nearly
 * every text is a cookie.
 *
 * <pre>
 * name=value; Domain=example.com; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax
 * </pre>
 *
 * @param name may be empty: {@code Set-Cookie: v} is a cookie without a name
 * @param domain without the dot in front, lower case; empty means the host alone
 * @param path where it begins with a slash
 * @param expires when Max-Age or Expires end it, Max-Age first; the past means "delete"
 */
record SetCookie(
    String name,
    String value,
    String domain,
    Optional<String> path,
    Optional<Instant> expires,
    boolean secure,
    boolean httpOnly,
    SameSite sameSite) {
  /** Name and value together (§5.6 step 5); longer ones are ignored. */
  static final int MOST = 4096;

  /** An attribute's value (§5.6); a longer one is ignored, the cookie is not. */
  static final int MOST_ATTRIBUTE = 1024;

  /** What a cookie may ask for at most (§5.6.1, §5.6.2). */
  static final Duration LONGEST_LIFE = Duration.ofDays(400);

  /** Empty if it is to be ignored as a whole. */
  static Optional<SetCookie> parse(String text, Instant now) {
    if (text.chars().anyMatch(c -> c != '\t' && (c < 0x20 || c == 0x7f))) return Optional.empty();
    int semicolon = text.indexOf(';');
    String pair = semicolon < 0 ? text : text.substring(0, semicolon);
    int equals = pair.indexOf('=');
    String name = trimmed(equals < 0 ? "" : pair.substring(0, equals));
    String value = trimmed(pair.substring(equals + 1));
    if (name.isEmpty() && value.isEmpty()) return Optional.empty();
    if (name.length() + value.length() > MOST) return Optional.empty();
    var attributes = new Attributes(now);
    if (semicolon >= 0) attributes.readAll(text.substring(semicolon + 1));
    return Optional.of(attributes.cookie(name, value));
  }

  /** SP and HTAB, and nothing else. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) from++;
    while (to > from && isBlank(text.charAt(to - 1))) to--;
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** What stands behind the pair: of several of a name the last counts. */
  private static final class Attributes {
    private final Instant now;
    private String domain = "";
    private Optional<String> path = Optional.empty();
    private Optional<Instant> expires = Optional.empty();
    private Optional<Instant> maxAge = Optional.empty();
    private boolean secure;
    private boolean httpOnly;
    private SameSite sameSite = SameSite.UNSAID;

    Attributes(Instant now) {
      this.now = now;
    }

    void readAll(String text) {
      for (String attribute : text.split(";", -1)) {
        int equals = attribute.indexOf('=');
        String name = trimmed(equals < 0 ? attribute : attribute.substring(0, equals));
        String value = equals < 0 ? "" : trimmed(attribute.substring(equals + 1));
        if (value.length() <= MOST_ATTRIBUTE) read(name.toLowerCase(Locale.ROOT), value);
      }
    }

    private void read(String name, String value) {
      switch (name) {
        case "domain" -> {
          String bare = value.startsWith(".") ? value.substring(1) : value;
          domain = bare.toLowerCase(Locale.ROOT);
        }
        case "path" -> path = Optional.of(value).filter(p -> p.startsWith("/"));
        case "expires" -> CookieDate.parse(value).ifPresent(d -> expires = Optional.of(within(d)));
        case "max-age" -> readMaxAge(value);
        case "secure" -> secure = true;
        case "httponly" -> httpOnly = true;
        case "samesite" -> sameSite = SameSite.of(value);
        default -> {} // what is unknown says nothing
      }
    }

    private void readMaxAge(String value) {
      if (!value.matches("-?[0-9]+")) return;
      boolean past = value.startsWith("-") || value.matches("0+");
      // More digits than these are more than the longest life anyway.
      long seconds =
          value.length() > 9 ? LONGEST_LIFE.toSeconds() : past ? 0 : Long.parseLong(value);
      maxAge = Optional.of(past ? Instant.EPOCH : within(now.plusSeconds(seconds)));
    }

    private Instant within(Instant wanted) {
      Instant limit = now.plus(LONGEST_LIFE);
      return wanted.isAfter(limit) ? limit : wanted;
    }

    SetCookie cookie(String name, String value) {
      Optional<Instant> end = maxAge.or(() -> expires);
      return new SetCookie(name, value, domain, path, end, secure, httpOnly, sameSite);
    }
  }
}
