package dev.tinwire.http;

import org.jspecify.annotations.Nullable;

/**
 * A request method: any token, case-sensitive, most of them known (RFC 9110 §9). Public because
 * servers dispatch on it and clients decide by it what may be sent twice.
 */
public record Method(String name) {
  public static final Method GET = new Method("GET");
  public static final Method HEAD = new Method("HEAD");
  public static final Method POST = new Method("POST");
  public static final Method PUT = new Method("PUT");
  public static final Method DELETE = new Method("DELETE");
  public static final Method CONNECT = new Method("CONNECT");
  public static final Method OPTIONS = new Method("OPTIONS");
  public static final Method TRACE = new Method("TRACE");

  public Method {
    name = Tokens.demand("method", name);
  }

  static Method parse(String text) throws BadMessage {
    return switch (text) {
      case "GET" -> GET;
      case "HEAD" -> HEAD;
      case "POST" -> POST;
      case "PUT" -> PUT;
      default -> {
        if (!Tokens.isToken(text))
          throw BadMessage.in("method", text, "a token such as GET is expected");
        yield new Method(text);
      }
    };
  }

  /** Asks for no change on the server (RFC 9110 §9.2.1). */
  public boolean isSafe() {
    return switch (name) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
      default -> false;
    };
  }

  /**
   * Twice has the effect of once, so it may be sent again when a connection dies unanswered (RFC
   * 9110 §9.2.2).
   */
  public boolean isIdempotent() {
    return isSafe() || name.equals("PUT") || name.equals("DELETE");
  }

  /** Spelt out, as in {@link Status}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Method method && name.equals(method.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
