package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # option                        | read as, or the place and the fault
          example.com:443:127.0.0.1       | example.com:443 = 127.0.0.1
          EXAMPLE.com:443:127.0.0.1,::1   | example.com:443 = 127.0.0.1 ::1
          example.com:443:[::1],127.0.0.1 | example.com:443 = ::1 127.0.0.1
          [::1]:80:127.0.0.1              | [::1]:80 = 127.0.0.1
          example.com                     | 11: expected HOST:PORT:ADDR
          example.com:443                 | 15: expected HOST:PORT:ADDR
          [::1:80:127.0.0.1               | 17: expected HOST:PORT:ADDR
          +example.com:443:127.0.0.1      | example.com:443 = 127.0.0.1
          *:443:127.0.0.1,::1             | *:443 = 127.0.0.1 ::1
          +*:443:127.0.0.1                | *:443 = 127.0.0.1
          *:443                           | 5: expected HOST:PORT:ADDR
          -example.com:443                | ""
          """)
  void hostPortAndAddresses(String option, String expected) throws WireException {
    assertEquals(expected, outcome(option));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          example.com:443:example.org     | 16
          example.com:443:                | 16
          example.com:443:127.0.0.1,      | 26
          example.com:443:127.0.0.1,127.1 | 26
          example.com:443:[::x]           | 19
          exa mple.com:443:127.0.0.1      | 3
          example.com:0:127.0.0.1         | 12
          *:0:127.0.0.1                   | 2
          *:x:127.0.0.1                   | 2
          *.example.com:443:127.0.0.1     | 0
          -exa mple.com:443               | 4
          +example.com:443:127.1          | 17
          """)
  void aFaultIsPointedAt(String option, int at) throws WireException {
    String outcome = outcome(option);
    // Where in a bad address the fault is, the address grammar says; here: in the right one.
    int place = Integer.parseInt(outcome.substring(0, outcome.indexOf(':')));
    assertEquals(true, place >= at && place <= at + 5, outcome);
  }

  @ParameterizedTest(name = "{0}: {1} is at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # options                                         | asked for | found
          a.example:80:127.0.0.1 *:80:127.0.0.2             | a.example:80  | 127.0.0.1
          a.example:80:127.0.0.1 *:80:127.0.0.2             | b.example:80  | 127.0.0.2
          a.example:80:127.0.0.1 *:80:127.0.0.2             | b.example:443 | look it up
          a.example:80:127.0.0.1 a.example:80:127.0.0.3     | a.example:80  | 127.0.0.3
          a.example:80:127.0.0.1 -a.example:80              | a.example:80  | look it up
          a.example:80:127.0.0.1 -a.example:80 *:80:::1     | a.example:80  | ::1
          -a.example:80 +a.example:80:127.0.0.1             | a.example:80  | 127.0.0.1
          """)
  void itsOwnLineCountsBeforeThatOfAnyHost(String options, String asked, String found)
      throws WireException {
    var overrides = Overrides.parse(List.of(options.split(" +", -1)));
    var addresses = overrides.of(Endpoint.parse(asked, 0));
    assertEquals(found, addresses.map(OverridesTest::printed).orElse("look it up"));
  }

  private static String printed(List<InetAddress> addresses) {
    return addresses.stream()
        .map(address -> IpLiteral.of(address).toString())
        .collect(Collectors.joining(" "));
  }

  private static String outcome(String option) throws WireException {
    try {
      var overrides = Overrides.parse(List.of(option));
      var hosts = overrides.addresses().entrySet().stream();
      var any = overrides.anyHost().entrySet().stream();
      return Stream.concat(
              hosts.map(entry -> entry.getKey() + " = " + printed(entry.getValue())),
              any.map(entry -> "*:" + entry.getKey() + " = " + printed(entry.getValue())))
          .collect(Collectors.joining());
    } catch (Malformed e) {
      return e.at() + ": " + e.problem();
    }
  }
}
