package dev.tinwire.smtpclient;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reply means, finer than its code (RFC 3463 §2): {@code 5.7.8}.
 *
 * @param kind 2, 4 or 5, as the first digit of the code
 */
record EnhancedStatus(int kind, int subject, int detail) {
  private static final Pattern AT_START =
      Pattern.compile("([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?: .*)?");

  /** The one a text begins with, if it goes with the code (RFC 2034 §4). */
  static Optional<EnhancedStatus> atStartOf(String text, int code) {
    Matcher m = AT_START.matcher(text);
    if (!m.matches() || Integer.parseInt(m.group(1)) != code / 100) return Optional.empty();
    return Optional.of(
        new EnhancedStatus(code / 100, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
  }

  @Override
  public String toString() {
    return kind + "." + subject + "." + detail;
  }
}
