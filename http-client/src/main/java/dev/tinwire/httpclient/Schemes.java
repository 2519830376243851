package dev.tinwire.httpclient;

import java.util.OptionalInt;

/**
 * The schemes that the URL Standard treats in a way of their own (§4.2 "special scheme"): they
 * always have a host, take a backslash for a slash, and have a port by default.
 */
final class Schemes {
  private Schemes() {}

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
