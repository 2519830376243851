package dev.tinwire.heartbeat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text that is made octet by octet, without a string on the way: a snapshot of a hundred thousand
 * senders is forty million of them, each second.
 */
final class Octets {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NUMBER = 20;

  private byte[] octets = new byte[1 << 16];
  private int length;

  void clear() {
    length = 0;
  }

  /** Hands over what there is, and is empty then. */
  void moveTo(OutputStream out) throws IOException {
    out.write(octets, 0, length);
    length = 0;
  }

  Octets add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, octets, length, more.length);
    length += more.length;
    return this;
  }

  Octets add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  Octets add(char ascii) {
    room(1);
    octets[length++] = (byte) ascii;
    return this;
  }

  Octets add(long number) {
    if (number == Long.MIN_VALUE) return add(Long.toString(number));
    room(LONGEST_NUMBER);
    long left = Math.abs(number);
    if (number < 0) octets[length++] = '-';
    int end = length + digits(left);
    for (int at = end; at > length; left /= 10) octets[--at] = DIGITS[(int) (left % 10)];
    length = end;
    return this;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long power = 10; digits < 19 && number >= power; power *= 10) digits++;
    return digits;
  }

  /** As {@link Long#toHexString}. */
  Octets addHex(long number) {
    room(LONGEST_NUMBER);
    int nibbles = Math.max(1, (67 - Long.numberOfLeadingZeros(number)) / 4);
    for (int i = nibbles - 1; i >= 0; i--) {
      octets[length++] = DIGITS[(int) (number >>> (4 * i)) & 15];
    }
    return this;
  }

  Octets addHex(byte[] all) {
    room(2 * all.length);
    for (byte one : all) {
      octets[length++] = DIGITS[(one >> 4) & 15];
      octets[length++] = DIGITS[one & 15];
    }
    return this;
  }

  private void room(int more) {
    if (octets.length - length >= more) return;
    octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
  }

  @Override
  public String toString() {
    return new String(octets, 0, length, StandardCharsets.UTF_8);
  }
}
