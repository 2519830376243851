package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Socks5Test {
  private static final String ANN = "03616e6e"; // with its length
  private static final String PW = "027077";

  @ParameterizedTest(name = "{0} through a proxy that says {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # target       | login  | proxy says                                | we say
          example.com:80 |        | 0500 05000001 7f000001 1f90               | 050100 05010003 0b6578616d706c652e636f6d 0050
          example.com:80 |        | 0500 05000003 0161 1f90                   | 050100 05010003 0b6578616d706c652e636f6d 0050
          192.0.2.1:443  |        | 0500 05000004 00000000000000000000000000000001 1f90 | 050100 05010001 c0000201 01bb
          [::1]:65535    |        | 0500 05000001 00000000 0000               | 050100 05010004 00000000000000000000000000000001 ffff
          192.0.2.1:443  | ann:pw | 0502 0100 05000001 00000000 0000          | 05020002 0103616e6e027077 05010001 c0000201 01bb
          192.0.2.1:443  | ann:pw | 0500 05000001 00000000 0000               | 05020002 05010001 c0000201 01bb
          """)
  void asksByNameAddressAndLogin(String target, String login, String said, String asked)
      throws IOException {
    var replies = Replies.of(hex(said + "ff")); // the last byte is the target's
    new Socks5(replies.in(), replies.out()).open(Endpoint.parse(target, 0), login(login));
    assertEquals(asked.replace(" ", ""), HexFormat.of().formatHex(replies.asked().toByteArray()));
    assertEquals((byte) 0xff, replies.in().exactly("what the target says", 1)[0]);
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # login | proxy says                | what is wrong
                  | ''                        | connection closed after 0 of 2 bytes of the choice of method
                  | 04 5b                     | it does not speak SOCKS5: version is 4, not 5
                  | 4854 5450                 | it does not speak SOCKS5: version is 72, not 5
                  | 05ff                      | it wants a login; write it into the address as USER:PASSWORD@
          ann:pw  | 05ff                      | it takes neither user and password nor none
                  | 0502                      | it chose login method 2, which was not offered
          ann:pw  | 0501                      | it chose login method 1, which was not offered
          ann:pw  | 0502 0101                 | it refused the user or the password
          ann:pw  | 0502 0500                 | it does not speak SOCKS5: version of the answer to the login is 5, not 1
                  | 0500                      | connection closed after 0 of 4 bytes of the reply
                  | 0500 04000001             | it does not speak SOCKS5: version is 4, not 5
                  | 0500 05000101 00000000 00 | it does not speak SOCKS5: reserved byte is 1, not 0
                  | 0500 05000002             | it sent an address of type 2
                  | 0500 05000001 00000000 00 | connection closed after 5 of 6 bytes of the bound address
                  | 0500 05000003 ff          | connection closed after 0 of 257 bytes of the bound address
                  | 0500 05010001             | it failed, and does not say why
                  | 0500 05020001             | its rules forbid it
                  | 0500 05030001             | network unreachable
                  | 0500 05040001             | host unreachable
                  | 0500 05050001             | connection refused
                  | 0500 05060001             | time to live expired
                  | 0500 05070001             | it does not know CONNECT
                  | 0500 05080001             | it does not know this type of address
                  | 0500 05ff0001             | it answered 255, which no RFC explains
          """)
  void everyRefusalHasWords(String login, String said, String expected) {
    var replies = Replies.of(hex(said));
    var socks = new Socks5(replies.in(), replies.out());
    var e =
        assertThrows(
            WireException.class, () -> socks.open(Endpoint.parse("x.example:80", 0), login(login)));
    assertEquals(expected, e.getMessage());
  }

  @Test
  void thePasswordIsOnlySentWhereItIsWanted() throws IOException {
    var replies = Replies.of(hex("0500 05000001 00000000 0000"));
    new Socks5(replies.in(), replies.out())
        .open(Endpoint.parse("x.example:80", 0), login("ann:pw"));
    String sent = HexFormat.of().formatHex(replies.asked().toByteArray());
    assertEquals(-1, sent.indexOf(ANN + PW));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static Optional<Login> login(String text) {
    if (text == null) return Optional.empty();
    int colon = text.indexOf(':');
    return Optional.of(new Login(text.substring(0, colon), Secret.of(text.substring(colon + 1))));
  }
}
