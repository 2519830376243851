package dev.tinwire.heartbeat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one datagram. An instance is used again and again, so that a beat costs no memory; it
 * belongs to one thread, and its fields are those of the beat it read last.
 *
 * <pre>
 * beat   = number " - " stamp *( " " pair )          ; at most 512 octets, at most 32 pairs
 * number = "0" / ( %x31-39 *17DIGIT )
 * stamp  = 1*10DIGIT [ "." 1*9DIGIT ]                 ; seconds since 1970
 * pair   = key "=" value                              ; no key twice; mac is the last
 * key    = 1*32( ALPHA / DIGIT / "." / "_" / "-" )
 * value  = 1*VCHAR                                    ; keys we do not know are ignored
 * </pre>
 */
final class BeatParser {
  /** More would not fit into every path's smallest datagram, and nobody has so much to say. */
  static final int LONGEST = 512;

  /** So many are below 2^63, whatever they are. */
  private static final int DIGITS = 18;

  private static final long LAST_SECOND = Long.MAX_VALUE / 1_000_000_000 - 1;

  final PairParser pairs = new PairParser(this);
  byte[] bytes = new byte[0];
  int end;
  int at;
  long number;

  /** In nanoseconds since 1970. Evidence of which beat this is, never of what time it is. */
  long stamp;

  @Nullable String fault;

  /** Whether it is a beat; if not, {@link #fault} says why. */
  boolean parse(byte[] datagram, int length) {
    bytes = datagram;
    at = 0;
    fault = null;
    pairs.clear();
    if (length > LONGEST) return no("is longer than " + LONGEST + " octets");
    end = BeatLeniency.withoutLineEnd(datagram, length);
    return number() && separator() && stamp() && pairs.parse() && nothingBehindMac(length);
  }

  /** Whether it says more than the textbook has it say. */
  boolean isTagged() {
    return pairs.count > 0;
  }

  private boolean number() {
    int from = at;
    number = 0;
    while (at < end && isDigit(bytes[at]) && at - from <= DIGITS) number = number * 10 + digit();
    if (at - from > DIGITS) return no("has too large a number");
    if (at == from) return no("begins with its number");
    return bytes[from] != '0' || at == from + 1 || no("has a number with a zero in front");
  }

  private boolean separator() {
    boolean is = end - at > 3 && bytes[at] == ' ' && bytes[at + 1] == '-' && bytes[at + 2] == ' ';
    if (!is) return no("has \" - \" between its number and its time");
    at += 3;
    return true;
  }

  private boolean stamp() {
    int from = at;
    long seconds = 0;
    while (at < end && isDigit(bytes[at]) && at - from < 10) seconds = seconds * 10 + digit();
    if (at == from || seconds > LAST_SECOND) return no("has its time in seconds since 1970");
    long nanos = 0;
    if (at < end && bytes[at] == '.') {
      int point = at++;
      while (at < end && isDigit(bytes[at]) && at - point <= 9) nanos = nanos * 10 + digit();
      if (at == point + 1) return no("has digits behind the point of its time");
      for (int i = at - point; i <= 9; i++) nanos *= 10;
    }
    stamp = seconds * 1_000_000_000 + nanos;
    return at == end || bytes[at] == ' ' || no("has its time in seconds since 1970");
  }

  private boolean nothingBehindMac(int length) {
    return pairs.macAt < 0 || end == length || no("ends with its mac");
  }

  private int digit() {
    return bytes[at++] - '0';
  }

  boolean no(String why) {
    fault = "a beat " + why;
    return false;
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }
}
