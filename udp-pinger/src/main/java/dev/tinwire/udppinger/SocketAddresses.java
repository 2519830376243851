package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code struct sockaddr_in} and {@code sockaddr_in6}, and the addresses of Java's that they stand
 * for. An instance remembers the last few hundred, so that a known peer costs no memory again; it
 * belongs to one thread.
 *
 * <pre>
 *  in   0 family  2 port   4 address
 *  in6  0 family  2 port   4 flow  8-23 address  24 scope
 * </pre>
 */
final class SocketAddresses {
  /** Larger than either, and a whole number of words. */
  static final int ROOM = 32;

  static final int LENGTH_4 = 16;
  static final int LENGTH_6 = 28;
  private static final int REMEMBERED = 512;
  private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

  /** The words of an address, as the kernel writes them. */
  private record Words(long a, long b, long c, long d) {
    boolean are(long otherA, long otherB, long otherC, long otherD) {
      return a == otherA && b == otherB && c == otherC && d == otherD;
    }
  }

  private final Map<Words, InetSocketAddress> known = new HashMap<>();
  private Words lastWords = new Words(0, 0, 0, 0);
  private @Nullable InetSocketAddress last;

  /** Sockets here mostly give the same object for the same peer: then nobody looks into it. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(InetSocketAddress one, InetSocketAddress other) {
    return one == other || one.equals(other);
  }

  static int family(InetSocketAddress address) {
    return address.getAddress() instanceof Inet6Address ? Linux.AF_INET6 : Linux.AF_INET;
  }

  /**
   * Writes one.
   *
   * @param family of the socket; IPv4 over an IPv6 socket is written as v4-mapped
   * @return its length
   */
  static int write(MemorySegment into, InetSocketAddress address, int family) {
    into.asSlice(0, ROOM).fill((byte) 0);
    into.set(JAVA_SHORT, 0, (short) family);
    into.set(PORT, 2, (short) address.getPort());
    byte[] octets = address.getAddress().getAddress();
    if (family == Linux.AF_INET) {
      MemorySegment.copy(octets, 0, into, JAVA_BYTE, 4, octets.length);
      return LENGTH_4;
    }
    if (octets.length == 4) into.set(JAVA_SHORT, 18, (short) -1);
    MemorySegment.copy(octets, 0, into, JAVA_BYTE, 24 - octets.length, octets.length);
    if (address.getAddress() instanceof Inet6Address six) into.set(JAVA_INT, 24, six.getScopeId());
    return LENGTH_6;
  }

  static InetSocketAddress read(MemorySegment from) throws IOException {
    int port = Short.toUnsignedInt(from.get(PORT, 2));
    boolean six = from.get(JAVA_SHORT, 0) == Linux.AF_INET6;
    byte[] octets = new byte[six ? 16 : 4];
    MemorySegment.copy(from, JAVA_BYTE, six ? 8 : 4, octets, 0, octets.length);
    return new InetSocketAddress(address(octets, six ? from.get(JAVA_INT, 24) : 0), port);
  }

  /** A v4-mapped one comes out as the IPv4 address it is. */
  private static InetAddress address(byte[] octets, int scope) throws UnknownHostException {
    return scope == 0
        ? InetAddress.getByAddress(octets)
        : Inet6Address.getByAddress(null, octets, scope);
  }

  /** As {@link #read}, but one that came before is the same object again. */
  InetSocketAddress known(MemorySegment from) throws IOException {
    boolean six = from.get(JAVA_SHORT, 0) == Linux.AF_INET6;
    long a = from.get(JAVA_LONG, 0);
    long b = six ? from.get(JAVA_LONG, 8) : 0;
    long c = six ? from.get(JAVA_LONG, 16) : 0;
    long d = six ? from.get(JAVA_INT, 24) : 0;
    // Most datagrams come from whom the one before came from.
    if (last != null && lastWords.are(a, b, c, d)) return last;
    lastWords = new Words(a, b, c, d);
    last = remembered(lastWords, from);
    return last;
  }

  private InetSocketAddress remembered(Words words, MemorySegment from) throws IOException {
    InetSocketAddress found = known.get(words);
    if (found != null) return found;
    if (known.size() >= REMEMBERED) known.clear();
    found = read(from);
    known.put(words, found);
    return found;
  }
}
