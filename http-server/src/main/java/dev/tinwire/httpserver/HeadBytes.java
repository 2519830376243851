package dev.tinwire.httpserver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A head as it came over the wire, to be found again: equal to another only if all bytes are. One
 * object is moved over what comes, copies of it are kept. The hash differs from run to run, so that
 * nobody can send heads that all have the same.
 */
final class HeadBytes {
  private static final byte[] NONE = {};
  private static final int FACTOR = RandomGenerator.getDefault().nextInt() | 1;

  private byte[] bytes = NONE;
  private int from;
  private int to;
  private int hash;

  /** Where the head that begins there ends, behind its empty line; negative if it goes on. */
  static int end(byte[] bytes, int from, int limit) {
    for (int at = from + 3; at < limit; at++) {
      if (bytes[at] == '\n'
          && bytes[at - 1] == '\r'
          && bytes[at - 2] == '\n'
          && bytes[at - 3] == '\r') {
        return at + 1;
      }
    }
    return -1;
  }

  /** Moves it there. */
  HeadBytes of(byte[] others, int begin, int end) {
    bytes = others;
    from = begin;
    to = end;
    int sum = 0;
    for (int at = begin; at < end; at++) sum = sum * FACTOR + others[at];
    hash = sum ^ (sum >>> 15); // the map looks at the low bits, to which the first bytes add little
    return this;
  }

  int length() {
    return to - from;
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes, from, to - from);
  }

  HeadBytes copy() {
    return new HeadBytes().of(Arrays.copyOfRange(bytes, from, to), 0, to - from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeadBytes head
        && hash == head.hash
        && Arrays.equals(bytes, from, to, head.bytes, head.from, head.to);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
