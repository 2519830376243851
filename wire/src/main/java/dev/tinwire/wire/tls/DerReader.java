package dev.tinwire.wire.tls;

import dev.tinwire.wire.Malformed;
import java.util.Arrays;

/**
 * Reads the distinguished encoding of ASN.1 (X.690 §8, §10) out of memory, value by value: definite
 * lengths in the fewest bytes, tags of one byte, nothing else.
 */
final class DerReader {
  private final String what;
  private final byte[] bytes;
  private final int end;
  private int at;

  /**
   * Reads all of an array.
   *
   * @param what names it in errors ("private key"); its bytes never appear there
   */
  DerReader(String what, byte[] bytes) {
    this(what, bytes, 0, bytes.length);
  }

  private DerReader(String what, byte[] bytes, int start, int end) {
    this.what = what;
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  boolean atEnd() {
    return at == end;
  }

  /** The tag of the next value, of which there must be one. */
  int tag() throws Malformed {
    if (at == end) throw bad("another value was expected");
    int tag = bytes[at] & 0xff;
    // Tag numbers above 30 go on in further bytes (X.690 §8.1.2.4); nothing here has them.
    if ((tag & 0x1f) == 0x1f) throw bad("there is a tag of more than one byte");
    return tag;
  }

  /** Goes into the next value, which must have this tag, and past it here. */
  DerReader enter(int tag) throws Malformed {
    int found = tag();
    if (found != tag) throw bad("there is a tag " + found + " where " + tag + " was expected");
    at++;
    int length = length();
    if (length > end - at)
      throw bad("a value of " + length + " bytes begins and " + (end - at) + " are left");
    var inner = new DerReader(what, bytes, at, at + length);
    at += length;
    return inner;
  }

  /** All that is left, as it stands. */
  byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return rest;
  }

  void expectEnd() throws Malformed {
    if (at < end) throw bad("the end was expected");
  }

  private int length() throws Malformed {
    int first = octet();
    if (first < 0x80) return first;
    int count = first & 0x7f;
    // 0x80 is BER's indefinite length; three bytes reach 16 MiB, beyond any key or certificate.
    if (count == 0 || count > 3) throw bad("there is a length of form " + first);
    int length = 0;
    for (int i = 0; i < count; i++) length = (length << 8) | octet();
    boolean shorter = length < 0x80 || length >> (8 * (count - 1)) == 0;
    if (shorter) throw bad("the length " + length + " has more bytes than it takes");
    return length;
  }

  private int octet() throws Malformed {
    if (at == end) throw bad("it ends inside a length");
    return bytes[at++] & 0xff;
  }

  private Malformed bad(String problem) {
    String where = bytes.length + " bytes of DER";
    return new Malformed(what, where, where.length(), "at byte " + at + " " + problem);
  }
}
