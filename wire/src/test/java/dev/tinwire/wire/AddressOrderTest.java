package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressOrderTest {
  @ParameterizedTest(name = "{0} of [{1}] is [{2}]")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # family | found                   | order to try
          ANY      | ''                      | ''
          ANY      | 1.1.1.1                 | 1.1.1.1
          ANY      | 1.1.1.1 2.2.2.2         | 1.1.1.1 2.2.2.2
          ANY      | 1.1.1.1 ::1             | ::1 1.1.1.1
          ANY      | 1.1.1.1 2.2.2.2 ::1 ::2 | ::1 1.1.1.1 ::2 2.2.2.2
          ANY      | ::1 ::2 ::3 1.1.1.1     | ::1 1.1.1.1 ::2 ::3
          ANY      | 2.2.2.2 1.1.1.1 ::2 ::1 | ::2 2.2.2.2 ::1 1.1.1.1
          ANY      | ::1 ::1 1.1.1.1 1.1.1.1 | ::1 1.1.1.1
          IPV4     | 1.1.1.1 ::1 2.2.2.2     | 1.1.1.1 2.2.2.2
          IPV6     | 1.1.1.1 ::1 2.2.2.2     | ::1
          IPV6     | 1.1.1.1                 | ''
          """)
  void familiesTakeTurnsBeginningWithIpv6(Family family, String found, String order) {
    assertEquals(order, print(AddressOrder.of(parse(found), family)));
  }

  @Test
  void noMoreThanTheLimitAndBothFamiliesAmongThem() {
    String four =
        IntStream.range(0, 200).mapToObj(i -> "1.1.1." + i).collect(Collectors.joining(" "));
    List<InetAddress> order = AddressOrder.of(parse(four + " ::1"), Family.ANY);
    assertEquals(AddressOrder.MAX_ADDRESSES, order.size());
    assertEquals("::1", print(order.subList(0, 1)));
  }

  private static List<InetAddress> parse(String text) {
    return Arrays.stream(text.split(" "))
        .filter(s -> !s.isEmpty())
        .map(InetAddress::ofLiteral)
        .toList();
  }

  private static String print(List<InetAddress> list) {
    return list.stream().map(a -> IpLiteral.of(a).toString()).collect(Collectors.joining(" "));
  }
}
