package dev.tinwire.udppinger;

import java.nio.ByteBuffer;

/**
 * The message of the textbook's ping, {@code Ping SEQUENCE TIME}, in ASCII: a decimal number and
 * seconds since 1970 with a fraction. A server sends it back as it is or in upper case.
 *
 * <pre>Ping 1 1767225600.123456</pre>
 */
final class TextPing {
  /** The longest that {@link #write} makes. */
  static final int LONGEST = "Ping 4294967295 9223372036.854775".length();

  private static final int MICROS = 1_000_000;

  private TextPing() {}

  /** Writes from octet 0 on and returns the length. */
  static int write(ByteBuffer packet, long sequence, long epochNanos) {
    packet.put(0, (byte) 'P').put(1, (byte) 'i').put(2, (byte) 'n').put(3, (byte) 'g');
    packet.put(4, (byte) ' ');
    int at = decimal(packet, 5, sequence, 1);
    packet.put(at, (byte) ' ');
    long micros = epochNanos / 1000;
    at = decimal(packet, at + 1, micros / MICROS, 1);
    packet.put(at, (byte) '.');
    return decimal(packet, at + 1, micros % MICROS, 6);
  }

  /** Digits without allocating a string; returns the offset behind them. */
  private static int decimal(ByteBuffer packet, int at, long value, int least) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) digits++;
    int end = at + Math.max(digits, least);
    long rest = value;
    for (int i = end - 1; i >= at; i--, rest /= 10) packet.put(i, (byte) ('0' + rest % 10));
    return end;
  }

  /** Whether it begins as such a message does, in either case. */
  static boolean isText(ByteBuffer packet, int length) {
    return length >= 5
        && lower(packet.get(0)) == 'p'
        && lower(packet.get(1)) == 'i'
        && lower(packet.get(2)) == 'n'
        && lower(packet.get(3)) == 'g'
        && packet.get(4) == ' ';
  }

  /** The number in a message, or −1 if none of up to ten digits stands there. */
  static long sequence(ByteBuffer packet, int length) {
    if (!isText(packet, length)) return -1;
    long value = 0;
    int at = 5;
    for (; at < length && isDigit(packet.get(at)); at++) {
      if (at == 15) return -1;
      value = value * 10 + packet.get(at) - '0';
    }
    boolean ends = at == length || packet.get(at) == ' ';
    return at > 5 && ends ? value : -1;
  }

  /** Whether one is the other, or the other in upper case; both begin at octet 0. */
  static boolean isSameOrUpper(ByteBuffer reply, int length, ByteBuffer sent, int size) {
    if (length != size) return false;
    boolean same = true;
    boolean upper = true;
    for (int at = 0; at < size; at++) {
      byte found = reply.get(at);
      same &= found == sent.get(at);
      upper &= found == upper(sent.get(at));
    }
    return same || upper;
  }

  /** ASCII letters in upper case, everything else as it is. */
  static byte upper(byte octet) {
    return octet >= 'a' && octet <= 'z' ? (byte) (octet - 32) : octet;
  }

  private static int lower(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + 32 : octet;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }
}
