package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A parameter value that names its encoding (RFC 8187 §3.2).
 *
 * <pre>
 * ext-value   = charset "'" [ language ] "'" value-chars      ; UTF-8'de'na%C3%AFve.txt
 * value-chars = *( pct-encoded / attr-char )
 * </pre>
 *
 * Besides UTF-8 it reads ISO-8859-1, which RFC 5987 §3.2 still asked for.
 */
final class ExtendedValue {
  private static final String ATTR_CHARS = "!#$&+-.^_`|~";

  private ExtendedValue() {}

  /** The text meant; empty where it cannot be told, which §3.2.1 lets us ignore. */
  static Optional<String> parse(String text) {
    String[] parts = text.split("'", -1);
    if (parts.length != 3 || !language(parts[1]) || !valueChars(parts[2])) return Optional.empty();
    try {
      return switch (parts[0].toLowerCase(Locale.ROOT)) {
        case "utf-8" -> Optional.of(PercentEncoding.decodeUtf8("extended value", parts[2]));
        case "iso-8859-1" -> Optional.of(latin1(parts[2]));
        default -> Optional.empty();
      };
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private static String latin1(String valueChars) throws Malformed {
    byte[] bytes = PercentEncoding.decode("extended value", valueChars);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean language(String tag) {
    return tag.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c)));
  }

  private static boolean isAttrChar(int c) {
    return Tokens.isTchar(c) && c != '*' && c != '\'';
  }

  private static boolean valueChars(String text) {
    return text.chars().allMatch(c -> c == '%' || isAttrChar(c));
  }

  static String print(String text) {
    return "UTF-8''" + PercentEncoding.encode(text, ATTR_CHARS);
  }
}
