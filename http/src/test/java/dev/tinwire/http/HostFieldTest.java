package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostFieldTest {
  @ParameterizedTest(name = "[{0}] is {1}, beyond DNS: {2}")
  @CsvSource(
      textBlock =
          """
          LocalHost.        , localhost         , true
          App.localhost     , app.localhost     , true
          127.0.0.1         , 127.0.0.1         , true
          [::1]             , [::1]             , true
          ''                , ''                , false
          .                 , ''                , false
          notlocalhost      , notlocalhost      , false
          localhost.example , localhost.example , false
          127.1             , 127.1             , false
          0x7f000001        , 0x7f000001        , false
          1.example         , 1.example         , false
          evil.1            , evil.1            , false
          """)
  void aNameMayBeSomebodysAndAnAddressIsNobodys(String host, String name, boolean beyond) {
    var field = new HostField(host, OptionalInt.empty());
    assertEquals(name, field.name());
    assertEquals(beyond, field.isBeyondDns());
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          example.org        | example.org   | -1
          EXAMPLE.org:80     | EXAMPLE.org   | 80
          localhost:         | localhost     | -1
          h:0                | h             | 0
          h:00080            | h             | 80
          h:65535            | h             | 65535
          127.0.0.1:1        | 127.0.0.1     | 1
          [::1]              | [::1]         | -1
          [::1]:8080         | [::1]         | 8080
          [fe80::1]:         | [fe80::1]     | -1
          a%20b              | a%20b         | -1
          a_b-c~d!$&'()*+,;= | a_b-c~d!$&'()*+,;= | -1
          """)
  void hostsAreRead(String text, String host, int port) throws BadMessage {
    var expected = port < 0 ? OptionalInt.empty() : OptionalInt.of(port);
    assertEquals(new HostField(host, expected), HostField.parse(text));
  }

  @Test
  void anEmptyHostIsAHost() throws BadMessage {
    assertEquals(new HostField("", OptionalInt.empty()), HostField.parse(""));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "u@h",
        "\"h\"",
        "h?",
        "h\\",
        "h/",
        "h#",
        "[",
        "[]",
        "[::1",
        "::1",
        "[::1]x",
        "[::1]80",
        "[127.0.0.1]",
        "[v1.x]",
        "[fe80::1%25eth0]",
        "h:x",
        "h:8x",
        "h:80:80",
        "h:-1",
        "h:+1",
        "h: 80",
        "h:65536",
        "h:99999999999999999999",
        "h%",
        "h%4",
        "h%zz",
        "a b",
        "h\u00e9",
        "h\t",
        "<h>",
        "h^",
        "{h}",
        "h|",
        "h`"
      })
  void whatIsNoHostIsRefused(String text) {
    var refused = assertThrows(BadMessage.class, () -> HostField.parse(text));
    assertEquals(400, refused.status().code());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "::",
        "::1",
        "1::",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:1.2.3.4",
        "::ffff:1.2.3.4",
        "::1.2.3.4",
        "2001:DB8::a",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8"
      })
  void ipv6IsRecognised(String text) throws BadMessage {
    assertEquals("[" + text + "]", HostField.parse("[" + text + "]").host());
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "1",
        "1:2",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1.2.3.4",
        "1.2.3.4::",
        "::1.2.3",
        "::1.2.3.4.5",
        "::1.2.3.256",
        "::1.2.3.04",
        "::1.2..4",
        "::1.2.3.4:5",
        ":1::",
        "::1:",
        "fe80::1%1",
        "\u0661::",
        "::1.2.3.\u0661",
        "1:2:3:4:5:6:7:1.2.3.4"
      })
  void whatIsNoIpv6IsNot(String text) {
    assertThrows(BadMessage.class, () -> HostField.parse("[" + text + "]"));
  }

  @Test
  void noHostToBeSentCanBreakOutOfItsLine() {
    assertThrows(
        IllegalArgumentException.class, () -> new HostField("h\r\nX: y", OptionalInt.empty()));
    assertThrows(IllegalArgumentException.class, () -> new HostField("h", OptionalInt.of(65536)));
    assertThrows(IllegalArgumentException.class, () -> new HostField("h", OptionalInt.of(-1)));
  }
}
