package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.command.UsageError;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhereToListenTest {
  @ParameterizedTest(name = "--bind {0}, --lan {1}, of {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # bind    | lan   | ours                       | listens at    | open to others
                    | false | 127.0.0.1 ::1 192.0.2.7    | 127.0.0.1 ::1 | false
                    | false | 127.0.0.1 192.0.2.7        | 127.0.0.1     | false
                    | true  | 127.0.0.1 ::1 192.0.2.7    | ::            | true
                    | true  | 127.0.0.1 192.0.2.7        | 0.0.0.0       | true
          192.0.2.7 | false | 127.0.0.1 ::1 192.0.2.7    | 192.0.2.7     | true
          127.0.0.2 | false | 127.0.0.1                  | 127.0.0.2     | false
          0.0.0.0   | false | 127.0.0.1                  | 0.0.0.0       | true
          192.0.2.9 | false | 127.0.0.1                  | this computer has no address 192.0.2.9 |
          127.0.0.1 | true  | 127.0.0.1                  | --bind names one address and --lan \
          means all; use one of the two |
          """)
  void othersComeOnlyWhereTheyAreWished(
      String bind, boolean lan, String ours, String expected, Boolean open) {
    var address = Optional.ofNullable(bind).map(InetAddress::ofLiteral);
    Set<InetAddress> all =
        Stream.of(ours.split(" ", -1)).map(InetAddress::ofLiteral).collect(Collectors.toSet());
    try {
      var where = WhereToListen.decide(address, lan, all);
      String found =
          where.addresses().stream()
              .map(each -> IpLiteral.of(each).toString())
              .collect(Collectors.joining(" "));
      assertEquals(expected + " " + open, found + " " + where.open());
    } catch (UsageError e) {
      assertEquals(expected, e.getMessage());
    }
  }
}
