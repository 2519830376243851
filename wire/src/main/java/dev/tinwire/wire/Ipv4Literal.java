package dev.tinwire.wire;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Four decimal numbers with dots. Not the octal, hexadecimal, or shortened forms of {@code
 * inet_aton}: where one program reads {@code 010.0.0.1} as 8 and another as 10, filters are
 * bypassed (RFC 6943 §3.1.1).
 *
 * <pre>
 * IPv4address = dec-octet "." dec-octet "." dec-octet "." dec-octet   ; RFC 3986 §3.2.2
 * dec-octet   = 0-255, without leading zeros
 * </pre>
 *
 * @param bits the address in network order
 */
public record Ipv4Literal(int bits) implements IpLiteral {
  static Ipv4Literal parse(String what, String text, int from, int to) throws Malformed {
    int bits = 0;
    int at = from;
    for (int octet = 0; octet < 4; octet++) {
      if (octet > 0) {
        if (at == to || text.charAt(at) != '.') throw fault(what, text, at);
        at++;
      }
      int start = at;
      int value = 0;
      while (at < to && Decimal.isDigit(text.charAt(at)) && at < start + 3) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      boolean leadingZero = at > start + 1 && text.charAt(start) == '0';
      if (at == start || leadingZero || value > 255) throw fault(what, text, start);
      bits = bits << 8 | value;
    }
    if (at < to) throw fault(what, text, at);
    return new Ipv4Literal(bits);
  }

  private static Malformed fault(String what, String text, int at) {
    return new Malformed(
        what, text, at, "an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1");
  }

  @Override
  public InetAddress address() {
    try {
      return InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(bits).array());
    } catch (UnknownHostException e) { // only for a wrong number of bytes
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return octet(24) + "." + octet(16) + "." + octet(8) + "." + octet(0);
  }

  private int octet(int shift) {
    return bits >>> shift & 0xff;
  }
}
