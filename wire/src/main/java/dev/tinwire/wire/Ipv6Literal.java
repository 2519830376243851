package dev.tinwire.wire;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;

/**
 * An IPv6 address, perhaps with the zone it is in (RFC 4007 §11).
 *
 * @param high the first eight bytes
 * @param low the last eight
 * @param zone an interface's name or number, or empty
 */
public record Ipv6Literal(long high, long low, String zone) implements IpLiteral {
  public Ipv6Literal {
    if (!zone.isEmpty() && !Ipv6Parser.isZone(zone)) {
      throw new IllegalArgumentException("not the name of a network interface: " + zone);
    }
  }

  static Ipv6Literal parse(String what, String text, int from, int to) throws Malformed {
    return new Ipv6Parser(what, text, from, to).whole();
  }

  @Override
  public InetAddress address() throws WireException {
    byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    try {
      if (zone.isEmpty()) return InetAddress.getByAddress(bytes);
      if (zone.matches("[0-9]+")) {
        return Inet6Address.getByAddress(null, bytes, Integer.parseInt(zone));
      }
      var there = NetworkInterface.getByName(zone);
      if (there == null) throw new WireException("no network interface \"" + zone + "\" here");
      return Inet6Address.getByAddress(null, bytes, there);
    } catch (WireException e) {
      throw e;
    } catch (IOException e) {
      throw new WireException(this + " cannot be reached through \"" + zone + "\"", e);
    }
  }

  /** The canonical text (RFC 5952), the zone behind it. */
  @Override
  public String toString() {
    String address =
        high == 0 && low >>> 32 == 0xffff // §5: v4-mapped addresses end in dotted form
            ? "::ffff:" + new Ipv4Literal((int) low)
            : groups();
    return zone.isEmpty() ? address : address + "%" + zone;
  }

  /** §4.2: "::" for the longest run of two or more zero groups, the first of equals. */
  private String groups() {
    int gap = 8;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int zeros = 0;
      while (i + zeros < 8 && group(i + zeros) == 0) zeros++;
      if (zeros > longest) {
        gap = i;
        longest = zeros;
      }
    }
    var out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        out.append("::");
        i += longest - 1;
      } else {
        if (i > 0 && i != gap + longest) out.append(':');
        out.append(Integer.toHexString(group(i)));
      }
    }
    return out.toString();
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (16 * (3 - index % 4))) & 0xffff;
  }
}
