package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the kernel keeps of an ICMP error, as octets of a control message. */
final class IcmpErrorTest {
  private static final InetAddress PEER = InetAddress.ofLiteral("192.0.2.9");

  @ParameterizedTest(name = "origin {0}, {1}/{2}, from {4}: {5}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # origin, type, code, info, from, words
          2 |  3 |  0 |    0 | 10.0.0.1    | Destination Net Unreachable
          2 |  3 |  1 |    0 | 10.0.0.1    | Destination Host Unreachable
          2 |  3 |  2 |    0 | 10.0.0.1    | Destination Protocol Unreachable
          2 |  3 |  3 |    0 | 10.0.0.1    | Destination Port Unreachable
          2 |  3 |  4 | 1400 | 10.0.0.1    | Frag needed and DF set (mtu = 1400)
          2 |  3 |  9 |    0 | 10.0.0.1    | Destination Net Prohibited
          2 |  3 | 10 |    0 | 10.0.0.1    | Destination Host Prohibited
          2 |  3 | 13 |    0 | 10.0.0.1    | Packet filtered
          2 |  3 | 77 |    0 | 10.0.0.1    | Destination Unreachable (code 77)
          2 | 11 |  0 |    0 | 10.0.0.1    | Time to live exceeded
          2 | 11 |  1 |    0 | 10.0.0.1    | Frag reassembly time exceeded
          2 | 12 |  0 |    0 | 10.0.0.1    | ICMP error 12/0
          3 |  1 |  0 |    0 | 2001:db8::1 | Destination unreachable: No route
          3 |  1 |  1 |    0 | 2001:db8::1 | Destination unreachable: Administratively prohibited
          3 |  1 |  3 |    0 | 2001:db8::1 | Destination unreachable: Address unreachable
          3 |  1 |  4 |    0 | 2001:db8::1 | Destination unreachable: Port unreachable
          3 |  1 |  9 |    0 | 2001:db8::1 | Destination unreachable: code 9
          3 |  2 |  0 | 1280 | 2001:db8::1 | Packet too big: mtu=1280
          3 |  3 |  0 |    0 | 2001:db8::1 | Time exceeded: Hop limit
          3 |  3 |  1 |    0 | 2001:db8::1 | Time exceeded: Defragmentation failure
          3 |  4 |  0 |    0 | 2001:db8::1 | ICMPv6 error 4/0
          """)
  void whoSaysWhat(int origin, int type, int code, int info, String from, String words)
      throws IOException {
    IcmpError error = read(origin, type, code, info, from).orElseThrow();
    assertEquals(words, error.words());
    assertEquals(from, error.whose());
    assertFalse(error.nobodyListens(PEER));
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 3, 192.0.2.9", "3, 1, 4, 2001:db8::9"})
  void thatNobodyListensOnlyThePeerCanKnow(int origin, int type, int code, String peer)
      throws IOException {
    IcmpError error = read(origin, type, code, 0, peer).orElseThrow();
    assertTrue(error.nobodyListens(InetAddress.ofLiteral(peer)));
    assertFalse(error.nobodyListens(InetAddress.ofLiteral("198.51.100.1")));
  }

  @ParameterizedTest(name = "origin {0}")
  @CsvSource({"0", "1", "4"})
  void whatTheKernelSaysByItselfIsNoneOfThem(int origin) throws IOException {
    assertEquals(Optional.empty(), read(origin, 3, 1, 0, "10.0.0.1"));
  }

  private static Optional<IcmpError> read(int origin, int type, int code, int info, String from)
      throws IOException {
    try (var arena = Arena.ofConfined()) {
      var messages = new ControlMessages();
      var control = arena.allocate(ControlMessages.ROOM, Long.BYTES);
      messages.read(control, write(control, origin, type, code, info, from));
      return IcmpError.read(control, messages.errorAt, messages.errorEnd);
    }
  }

  /** One control message; returns its length. */
  private static long write(
      MemorySegment into, int origin, int type, int code, int info, String from) {
    var address = new InetSocketAddress(InetAddress.ofLiteral(from), 0);
    boolean six = SocketAddresses.family(address) == Linux.AF_INET6;
    into.set(JAVA_INT, 8, six ? Linux.IPPROTO_IPV6 : Linux.IPPROTO_IP);
    into.set(JAVA_INT, 12, six ? Linux.IPV6_RECVERR : Linux.IP_RECVERR);
    into.set(JAVA_BYTE, 20, (byte) origin);
    into.set(JAVA_BYTE, 21, (byte) type);
    into.set(JAVA_BYTE, 22, (byte) code);
    into.set(JAVA_INT, 24, info);
    int length = SocketAddresses.write(into.asSlice(32), address, SocketAddresses.family(address));
    into.set(JAVA_LONG, 0, 32L + length);
    return 32L + length;
  }

  @Property
  void anyOctetsGiveAValueOrNone(@ForAll @Size(max = 200) byte[] octets) throws IOException {
    try (var arena = Arena.ofConfined()) {
      var control = arena.allocate(ControlMessages.ROOM, Long.BYTES);
      MemorySegment.copy(octets, 0, control, JAVA_BYTE, 0, octets.length);
      // Of this level and type, and as long as it says: the rest is by chance.
      control.set(JAVA_LONG, 0, octets.length);
      control.set(JAVA_INT, 8, Linux.IPPROTO_IP);
      control.set(JAVA_INT, 12, Linux.IP_RECVERR);
      control.set(JAVA_BYTE, 20, (byte) Linux.ORIGIN_ICMP);
      var messages = new ControlMessages();
      messages.read(control, octets.length);
      if (messages.errorAt < 0) return;
      var error = IcmpError.read(control, messages.errorAt, messages.errorEnd).orElseThrow();
      assertFalse(error.words().isEmpty());
      assertEquals(error.from().isEmpty(), error.whose().isEmpty());
    }
  }
}
