package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SNIHostName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerNameTest {
  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # asked for      | certificate's names     | matches
          a.example        | a.example               | true
          a.example        | b.example, a.example    | true
          a.example        | A.EXAMPLE               | true
          a.example.       | a.example               | true
          a.example        | a.example.              | true
          a.example        | example                 | false
          x.a.example      | a.example               | false
          x.a.example      | *.a.example             | true
          X.A.example      | *.a.EXAMPLE             | true
          y.x.a.example    | *.a.example             | false
          a.example        | *.a.example             | false
          .a.example       | *.a.example             | false
          x.a.example      | x*.a.example            | false
          x.a.example      | *x.a.example            | false
          x.a.example      | x.*.example             | false
          x.example        | *.example               | false
          x                | *                       | false
          localhost        | localhost               | true
          192.0.2.1        | 192.0.2.1               | true
          192.0.2.1        | DNS:192.0.2.1           | false
          192.0.2.1        | *.0.2.1                 | false
          2001:db8::1      | 2001:db8:0:0::1         | true
          fe80::1%eth0     | fe80::1                 | true
          2001:db8::1      | 2001:db8::2             | false
          a.example        | ''                      | false
          """)
  void aCertificateMustNameTheHost(String host, String names, boolean matches) {
    assertEquals(matches, PeerName.of(host).isIn(names(names)));
  }

  private static CertificateNames names(String list) {
    Set<String> all =
        Arrays.stream(list.split(", ", -1)).collect(Collectors.toCollection(LinkedHashSet::new));
    Set<InetAddress> addresses = new LinkedHashSet<>();
    all.removeIf(name -> PeerName.of(name).address().map(addresses::add).isPresent());
    Set<String> hosts =
        all.stream().map(name -> name.replaceFirst("^DNS:", "")).collect(Collectors.toSet());
    return new CertificateNames(hosts, addresses);
  }

  @ParameterizedTest(name = "{0} is indicated as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.example    | a.example
          localhost    | localhost
          192.0.2.1    | none
          ::1          | none
          fe80::1%eth0 | none
          under_score  | none
          -a.example   | none
          a-.example   | none
          a..example   | none
          a.example.   | none
          ''           | none
          xn--mnchen-3ya.example | xn--mnchen-3ya.example
          """)
  void theServerIsToldTheName(String host, String indication) {
    assertEquals(
        indication,
        PeerName.of(host)
            .indication()
            .map(name -> new SNIHostName(name.getEncoded()).getAsciiName()) // as servers read it
            .orElse("none"));
  }
}
