package dev.tinwire.httpclient;

import java.util.OptionalInt;

/**
 * The schemes that the URL Standard treats in a way of their own (§4.2 "special scheme"): they
 * always have a host, take a backslash for a slash, and have a port by default.
 */
final class Schemes {
  private Schemes() {}

  /**
   * Where the colon is that ends a text's scheme: a letter, and more of them, digits and {@code
   * +.-}; -1 where it has none. By hand: a pattern would cost every start its classes.
   */
  static int end(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') return i > 0 ? i : -1;
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
      if (!letter && (i == 0 || !later)) return -1;
    }
    return -1;
  }

  static boolean isSpecial(String scheme) {
    return switch (scheme) {
      case "http", "https", "ws", "wss", "ftp", "file" -> true;
      default -> false;
    };
  }

  static OptionalInt defaultPort(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> OptionalInt.of(80);
      case "https", "wss" -> OptionalInt.of(443);
      case "ftp" -> OptionalInt.of(21);
      default -> OptionalInt.empty();
    };
  }
}
