package dev.tinwire.httpclient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cookies as a text that curl, wget and browsers' exporters share, seven columns with tabs between:
 *
 * <pre>
 * #HttpOnly_example.com  TRUE  /  TRUE  1767225600  name  value
 * domain, below it too, path, secure, end in seconds since 1970 or 0, name, value
 * </pre>
 *
 * The format has no SameSite, so it goes into a comment before the line, which others skip. Every
 * character stands for one octet.
 */
final class NetscapeJar {
  private static final String TITLE = "# Netscape HTTP Cookie File";

  /** What curl, wget and browsers' exporters write first. */
  private static final Pattern TITLES = Pattern.compile("# (Netscape )?HTTP Cookie File");

  private static final String HTTP_ONLY = "#HttpOnly_";
  private static final String SAME_SITE = "# SameSite=";
  private static final int MOST_LINES = 20_000;

  private NetscapeJar() {}

  /**
   * What a text holds.
   *
   * @param titled whether it begins as such files do
   * @param unreadable how many lines are no cookies
   */
  record Contents(boolean titled, List<Cookie> cookies, int unreadable) {
    Contents {
      cookies = List.copyOf(cookies);
    }

    /** Whether this is no jar at all. */
    boolean isForeign() {
      return unreadable > 0 && cookies.isEmpty() && !titled;
    }
  }

  /**
   * Reads a jar; what is no cookie is counted and skipped, for other programs write them too.
   *
   * @param now when the cookies count as made
   */
  static Contents parse(String text, Instant now) {
    var cookies = new ArrayList<Cookie>();
    int unreadable = 0;
    SameSite sameSite = SameSite.UNSAID;
    for (String line : text.lines().limit(MOST_LINES).toList()) {
      if (line.startsWith(SAME_SITE)) {
        sameSite = SameSite.of(line.substring(SAME_SITE.length()));
      } else if (!line.isBlank() && (!line.startsWith("#") || line.startsWith(HTTP_ONLY))) {
        Optional<Cookie> cookie = cookie(line, sameSite, now.plusNanos(cookies.size()));
        cookie.ifPresent(cookies::add);
        if (cookie.isEmpty()) unreadable++;
        sameSite = SameSite.UNSAID;
      }
    }
    return new Contents(TITLES.matcher(text).lookingAt(), cookies, unreadable);
  }

  private static Optional<Cookie> cookie(String line, SameSite sameSite, Instant created) {
    boolean httpOnly = line.startsWith(HTTP_ONLY);
    String[] columns = (httpOnly ? line.substring(HTTP_ONLY.length()) : line).split("\t", 7);
    if (columns.length < 6 || !columns[4].matches("-?[0-9]{1,12}")) return Optional.empty();
    String value = columns.length == 7 ? columns[6] : ""; // curl leaves out an empty one
    boolean sendable =
        (columns[5] + value)
            .chars()
            .allMatch(c -> c == '\t' || (c >= 0x20 && c != 0x7f && c < 256));
    if (!sendable || !columns[2].startsWith("/")) return Optional.empty();
    if ((columns[5] + value).length() > SetCookie.MOST) return Optional.empty();
    String domain = columns[0].startsWith(".") ? columns[0].substring(1) : columns[0];
    long end = Long.parseLong(columns[4]);
    return Optional.of(
        new Cookie(
            columns[5],
            value,
            domain.toLowerCase(Locale.ROOT),
            !columns[1].equalsIgnoreCase("TRUE"),
            columns[2],
            columns[3].equalsIgnoreCase("TRUE"),
            httpOnly,
            sameSite,
            end == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(end)),
            created));
  }

  static String print(List<Cookie> cookies) {
    var out = new StringBuilder(TITLE + "\n# Cookies are secrets: keep this file private.\n\n");
    for (Cookie cookie : cookies) {
      // A tab in a name would make another column of its end; browsers refuse such names too.
      if (cookie.name().indexOf('\t') >= 0 || cookie.path().indexOf('\t') >= 0) continue;
      if (cookie.sameSite() != SameSite.UNSAID) {
        out.append(SAME_SITE).append(cookie.sameSite()).append('\n');
      }
      if (cookie.httpOnly()) out.append(HTTP_ONLY);
      out.append(cookie.hostOnly() ? "" : ".").append(cookie.domain()).append('\t');
      out.append(cookie.hostOnly() ? "FALSE" : "TRUE").append('\t');
      out.append(cookie.path()).append('\t');
      out.append(cookie.secure() ? "TRUE" : "FALSE").append('\t');
      out.append(cookie.expires().map(Instant::getEpochSecond).orElse(0L)).append('\t');
      out.append(cookie.name()).append('\t').append(cookie.value()).append('\n');
    }
    return out.toString();
  }
}
