package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
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
          """)
  void aFaultIsPointedAt(String option, int at) throws WireException {
    String outcome = outcome(option);
    // Where in a bad address the fault is, the address grammar says; here: in the right one.
    int place = Integer.parseInt(outcome.substring(0, outcome.indexOf(':')));
    assertEquals(true, place >= at && place <= at + 5, outcome);
  }

  private static String outcome(String option) throws WireException {
    try {
      return Overrides.parse(List.of(option)).addresses().entrySet().stream()
          .map(entry ->
              entry.getKey()
                  + " = "
                  + entry.getValue().stream()
                      .map(address -> IpLiteral.of(address).toString())
                      .collect(Collectors.joining(" ")))
          .collect(Collectors.joining());
    } catch (Malformed e) {
      return e.at() + ": " + e.problem();
    }
  }
}
