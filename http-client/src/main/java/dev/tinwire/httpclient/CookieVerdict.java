package dev.tinwire.httpclient;

/** What became of one {@code Set-Cookie}: kept, or not and why, for those who want to know. */
public sealed interface CookieVerdict {
  /** Kept, or, if it has ended already, taken out of the jar. */
  record Accepted(Cookie cookie) implements CookieVerdict {}

  /** Ignored as the RFC asks. */
  record Ignored(String reason) implements CookieVerdict {}
}
