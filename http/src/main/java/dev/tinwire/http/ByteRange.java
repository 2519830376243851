package dev.tinwire.http;

/** Bytes of a representation that are there, both ends included as on the wire. */
public record ByteRange(long first, long last) {
  public ByteRange {
    if (first < 0 || last < first) throw new IllegalArgumentException(first + "-" + last);
  }

  /** How many bytes; never none, for HTTP cannot name an empty range. */
  public long length() {
    return last - first + 1;
  }
}
