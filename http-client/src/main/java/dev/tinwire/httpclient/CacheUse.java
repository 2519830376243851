package dev.tinwire.httpclient;

/** What a cache had to do with an answer. Public because callers of the library look at it. */
public enum CacheUse {
  /** There is no cache. */
  NONE,
  /** It had nothing that would do: the answer is the server's. */
  MISS,
  /** It is the cache's, and no server was asked. */
  HIT,
  /** It is the cache's, and the server said that it is still good. */
  VALIDATED,
  /** It is the cache's and past its time, but the server failed and had allowed this. */
  STALE;

  /** What {@code --json} says. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
