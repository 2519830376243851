package dev.tinwire.httpclient;

/**
 * How much may come out of a compressed body.
 *
 * @param bytes at most
 * @param ratio at most so many times what came over the wire, once {@link #FREE} bytes are out:
 *     deflate itself ends at 1032, and honest pages at about 30
 */
record InflateLimits(long bytes, int ratio) {
  /** Small bodies may be of zeros only. */
  static final long FREE = 10L << 20;

  static final InflateLimits USUAL = new InflateLimits(64L << 30, 200);

  boolean allows(long in, long out) {
    return out <= bytes && (out <= FREE || out / ratio <= in);
  }
}
