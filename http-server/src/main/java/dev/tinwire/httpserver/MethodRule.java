package dev.tinwire.httpserver;

import dev.tinwire.http.Method;

/** What a method comes to where things can only be read (RFC 9110 §9.1). */
enum MethodRule {
  READ,
  /** OPTIONS */
  ASK,
  /** 405: everybody knows it, and here it is not for anything. */
  NOT_ALLOWED,
  /** 501 */
  UNKNOWN;

  /** What {@code Allow} says (§10.2.1). */
  static final String ALLOW = "GET, HEAD, OPTIONS";

  /** Case counts: {@code get} is a method nobody knows (§9.1). */
  static MethodRule of(Method method) {
    return switch (method.name()) {
      case "GET", "HEAD" -> READ;
      case "OPTIONS" -> ASK;
      case "POST", "PUT", "DELETE", "PATCH", "CONNECT", "TRACE" -> NOT_ALLOWED;
      default -> UNKNOWN;
    };
  }
}
