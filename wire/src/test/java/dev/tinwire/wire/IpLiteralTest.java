package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpLiteralTest {
  @ParameterizedTest(name = "RFC 5952: {0} is written {1}")
  @CsvSource({
    "2001:db8::0:1, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8::AAAA, 2001:db8::aaaa",
    "1:0:0:0:0:0:0:0, 1::",
    "0:0:0:0:0:0:0:1, ::1",
    "::127.0.0.1, ::7f00:1",
    "0:0:0:0:0:ffff:c000:0201, ::ffff:192.0.2.1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8"
  })
  void ipv6IsWrittenInOneWay(String text, String canonical) throws Exception {
    assertEquals(canonical, IpLiteral.parse(text).toString());
  }

  @Property
  void theJdkReadsWhatWeWrite(@ForAll("addresses") byte[] address) throws Exception {
    var ip = InetAddress.getByAddress(address);
    String text = IpLiteral.of(ip).toString();
    assertEquals(ip, InetAddress.ofLiteral(text));
    assertEquals(ip, IpLiteral.parse(text).address());
    assertEquals(ip, IpLiteral.parse(ip.getHostAddress()).address());
  }

  @Provide
  static Arbitrary<byte[]> addresses() {
    var bytes =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just((byte) 0)), Tuple.of(1, Arbitraries.bytes()));
    return Arbitraries.of(4, 16).flatMap(n -> bytes.array(byte[].class).ofSize(n));
  }
}
