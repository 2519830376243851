package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          example.com              | example.com:443
          EXAMPLE.com:80           | example.com:80
          localhost:1              | localhost:1
          example.com:65535        | example.com:65535
          example.com.             | example.com:443
          example.com.:25          | example.com:25
          xn--bcher-kva.example    | xn--bcher-kva.example:443
          bücher.example           | xn--bcher-kva.example:443
          BÜCHER。example:80       | xn--bcher-kva.example:80
          faß.example              | fass.example:443
          日本語                    | xn--wgv71a119e:443
          _dmarc.my_host:80        | _dmarc.my_host:80
          1-2.3com                 | 1-2.3com:443
          1.2.3.4a                 | 1.2.3.4a:443
          192.0.2.1                | 192.0.2.1:443
          0.0.0.0:80               | 0.0.0.0:80
          255.255.255.255:80       | 255.255.255.255:80
          ::1                      | [::1]:443
          [::1]                    | [::1]:443
          [::1]:80                 | [::1]:80
          ::                       | [::]:443
          ::1:80                   | [::1:80]:443
          [2001:DB8:0:0:0:0:0:1]:1 | [2001:db8::1]:1
          [fe80::1%eth0]:80        | [fe80::1%eth0]:80
          fe80::1%wlan0.5          | [fe80::1%wlan0.5]:443
          [fe80::1%2]:80           | [fe80::1%2]:80
          [fe80::1%251]:80         | [fe80::1%251]:80
          [::ffff:192.0.2.1]:80    | [::ffff:192.0.2.1]:80
          [64:ff9b::192.0.2.1]:80  | [64:ff9b::c000:201]:80
          """)
  void endpointsAreReadAndPrinted(String text, String printed) throws Exception {
    assertEquals(printed, Endpoint.parse(text, 443).toString());
  }

  @ParameterizedTest(name = "[{0}] at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | 0  | expected a host here
          :80                      | 0  | expected a host here
          .                        | 0  | expected a name between the dots
          a..b                     | 2  | expected a name between the dots
          .a                       | 0  | expected a name between the dots
          a..                      | 2  | expected a name between the dots
          http://example.com       | 0  | only HOST[:PORT], without http://
          http://[::1]:80/x        | 0  | only HOST[:PORT], without http://
          me@example.com           | 2  | only HOST[:PORT], without a user
          example.com/index        | 11 | only HOST[:PORT], without a path
          example.com:80?q         | 14 | only HOST[:PORT], without a path
          'a b'                    | 1  | has a blank
          ' a'                     | 0  | has a blank
          'a\u00a0b'               | 1  | has a blank
          'a\u3000b'               | 1  | has a blank
          'a\u007fb'               | 1  | has a control character
          a:                       | 2  | expected a port after the colon
          a:0                      | 2  | a port is at least 1
          a:65536                  | 2  | a port is at most 65535
          a:99999999999999999999   | 2  | a port is at most 65535
          a:080                    | 2  | a port has no leading zero
          a:-1                     | 2  | a port is a number
          a:http                   | 2  | a port is a number
          a:8٠                     | 3  | a port is a number
          a!b                      | 1  | this character is not for host names
          a,b.example              | 1  | this character is not for host names
          -a.example               | 0  | no part of a name begins or ends with '-'
          b.a-.example             | 2  | no part of a name begins or ends with '-'
          bü\u00adcher.a-          | 8  | no part of a name begins or ends with '-'
          a.\u00ad.b               | 2  | this is not an internationalized name
          a…b                      | 1  | this is not an internationalized name
          a／b                     | 1  | this is not an internationalized name
          xn--ü                    | 4  | this is not an internationalized name
          １２７.0.0.1              | 0  | digits are 0 to 9
          a٣.example               | 1  | digits are 0 to 9
          127.1                    | 5  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          1                        | 1  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          127.0.0.01               | 8  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          0127.0.0.1               | 0  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          1.2.3.256                | 6  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          1.2.3.4.                 | 7  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          1.2.3.4.5                | 7  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          1.2.3.1000               | 9  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          2130706433               | 3  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          0x7f.1                   | 1  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          a.0x7F                   | 0  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          a.1                      | 0  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          1。2。3。4                | 1  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          ①.②.③.④                  | 0  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          [                        | 1  | expected ']' here
          [::1                     | 4  | expected ']' here
          []                       | 1  | brackets are for IPv6 addresses
          [::1]80                  | 5  | expected ':' and a port here
          [::1]:                   | 6  | expected a port after the colon
          [localhost]:80           | 1  | brackets are for IPv6 addresses
          [127.0.0.1]:80           | 1  | brackets are for IPv6 addresses
          [1:2:3:4:5:6:7]          | 14 | has only 7 of eight groups
          [1:2:3:4:5:6:7:8:9]      | 17 | has more than eight groups
          [1::3:4:5:6:7:8:9]       | 17 | has eight groups and "::" besides
          [1::2::3]                | 5  | has "::" twice
          [:::]                    | 3  | expected a hexadecimal digit here
          [1:2:]                   | 5  | ends with a colon
          [:1::2]                  | 1  | expected a hexadecimal digit here
          [12345::]                | 5  | has a group of more than four digits
          [::g]                    | 3  | expected a hexadecimal digit here
          [::1.2.3]                | 8  | an IPv4 address is four numbers from 0 to 255, such as 192.0.2.1
          [::1.2.3.4:5]            | 3  | has an IPv4 address that is not the last 32 bits
          [fe80::1%]               | 9  | expected the name of a network interface here
          [fe80::1%a!b]            | 9  | expected the name of a network interface here
          [fe80::1%25eth0]         | 9  | write the zone after a plain '%'
          [fe80::1%99999999999]    | 9  | expected the name of a network interface here
          1:2:3:4:5:6:7:8:80       | 16 | has more than eight groups; an IPv6 address with a port is written [::1]:80
          example.com:80:90        | 0  | has an IPv4 address that is not the last 32 bits; an IPv6 address with a port is written [::1]:80
          """)
  void badEndpointsAreRefusedWhereTheyAreBad(String text, int at, String problem) {
    var refused = assertThrows(Malformed.class, () -> Endpoint.parse(text, 443));
    assertEquals(problem, refused.problem());
    assertEquals(at, refused.at());
  }

  @Test
  void lengthsAreLimited() throws Exception {
    String label = "a".repeat(63);
    String name = (label + ".").repeat(3) + "b".repeat(61);
    assertEquals(253, name.length());
    assertEquals(name, Endpoint.parse(name + ".:80", 1).host());
    for (String tooLong :
        new String[] {label + "a", name + "b", "ü".repeat(60), "a".repeat(1001)}) {
      assertThrows(Malformed.class, () -> Endpoint.parse(tooLong, 80), tooLong);
    }
  }

  @Test
  void onlyListenersMayLeaveThePortToTheSystem() throws Exception {
    assertEquals(new Endpoint("127.0.0.1", 0), Endpoint.parseListener("127.0.0.1:0", 80));
    assertThrows(Malformed.class, () -> Endpoint.parse("127.0.0.1:0", 80));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A.example", "a.", "ü", "[::1]", "0:0:0:0:0:0:0:1", "a:1", "a b", "127.1"})
  void aHostThatIsNotCanonicalIsAMistakeOfOurs(String host) {
    assertThrows(IllegalArgumentException.class, () -> new Endpoint(host, 80));
  }

  @Test
  void literalsAreAddressesWithoutALookUp() throws Exception {
    assertEquals(InetAddress.ofLiteral("192.0.2.1"), literal("192.0.2.1"));
    assertEquals(InetAddress.ofLiteral("2001:db8::1"), literal("2001:db8::1"));
    assertEquals(InetAddress.ofLiteral("192.0.2.1"), literal("::ffff:192.0.2.1"));
    assertEquals("fe80:0:0:0:0:0:0:1%7", literal("fe80::1%7").getHostAddress());
    assertTrue(Endpoint.parse("example.com", 80).literal().isEmpty());
    assertFalse(Endpoint.parse("1.2.3.4a", 80).isLiteral());
    var unknown = Endpoint.parse("fe80::1%nosuch0", 80);
    var thrown = assertThrows(WireException.class, unknown::literal);
    assertEquals("no network interface \"nosuch0\" here", thrown.getMessage());
  }

  private static InetAddress literal(String host) throws Exception {
    return Endpoint.parse(host, 80).literal().orElseThrow();
  }

  @Test
  void aSocketAddressIsShownByItsNumbers() throws Exception {
    var v6 = new InetSocketAddress(InetAddress.ofLiteral("::1"), 80);
    assertEquals("[::1]:80", Endpoint.of(v6).toString());
    var named = InetAddress.getByAddress("example.com", new byte[] {(byte) 192, 0, 2, 1});
    assertEquals("192.0.2.1:80", Endpoint.of(new InetSocketAddress(named, 80)).toString());
    var scoped = InetAddress.ofLiteral("fe80::1%3");
    assertEquals("[fe80::1%3]:0", Endpoint.of(new InetSocketAddress(scoped, 0)).toString());
  }

  @Test
  void namesForEyesAreInTheirScript() throws Exception {
    assertEquals("bücher.example:80", Endpoint.parse("xn--bcher-kva.example", 80).readable());
    assertEquals("[::1]:80", Endpoint.parse("::1", 80).readable());
    assertEquals("xn--a.example:80", Endpoint.parse("xn--a.example", 80).readable());
  }

  @Property
  void everyEndpointSurvivesPrinting(@ForAll("endpoints") Endpoint endpoint) throws Exception {
    assertEquals(endpoint, Endpoint.parse(endpoint.toString(), 1));
    assertEquals(endpoint.isLiteral(), endpoint.literal().isPresent());
  }

  @Provide
  Arbitrary<Endpoint> endpoints() {
    var names =
        Arbitraries.strings()
            .withChars("abcxyz019_-")
            .ofMinLength(1)
            .ofMaxLength(63)
            .map(s -> "a" + s.substring(1, s.length()) + "z")
            .filter(s -> s.length() <= 63)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(labels -> String.join(".", labels));
    var literals = IpLiteralTest.addresses().map(EndpointTest::print);
    return Combinators.combine(
            Arbitraries.oneOf(names, literals), Arbitraries.integers().between(1, 0xffff))
        .as(Endpoint::new);
  }

  private static String print(byte[] address) {
    try {
      return IpLiteral.of(InetAddress.getByAddress(address)).toString();
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
