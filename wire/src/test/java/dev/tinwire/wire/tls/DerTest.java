package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Malformed;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerTest {
  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          1.2.840.113549.1.1.1, 06092a864886f70d010101
          1.2.840.10045.4.3.2,  06082a8648ce3d040302
          2.5.29.17,            0603551d11
          2.999,                06028837
          1.3.101.112,          06032b6570
          0.0.128.16383.16384,  060800 8100 ff7f 818000
          """)
  void numbersOfAnObjectIdentifierGoInGroupsOfSevenBits(String oid, String expected) {
    assertEquals(expected.replace(" ", ""), hex(Der.oid(oid)));
  }

  @ParameterizedTest(name = "{0} bytes have the head {1}")
  @CsvSource(
      textBlock =
          """
          0,     0400
          127,   047f
          128,   048180
          255,   0481ff
          256,   04820100
          65535, 0482ffff
          65536, 0483010000
          """)
  void aLengthTakesTheFewestBytes(int length, String head) throws Malformed {
    byte[] written = Der.octetString(new byte[length]);
    assertEquals(head, hex(written).substring(0, head.length()));
    assertEquals(head.length() / 2 + length, written.length);
    assertEquals(length, new DerReader("x", written).enter(Der.OCTET_STRING).rest().length);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          0,    020100
          127,  02017f
          128,  02020080
          256,  02020100
          -1,   0201ff
          """)
  void anIntegerKeepsItsSign(BigInteger number, String expected) {
    assertEquals(expected, hex(Der.integer(number)));
  }

  @Test
  void yearsHaveTwoDigitsUntil2049() {
    assertEquals(
        hex(Der.value(0x17, "491231235959Z".getBytes(StandardCharsets.US_ASCII))),
        hex(Der.time(Instant.parse("2049-12-31T23:59:59Z"))));
    assertEquals(
        hex(Der.value(0x18, "20500101000000Z".getBytes(StandardCharsets.US_ASCII))),
        hex(Der.time(Instant.parse("2050-01-01T00:00:00Z"))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''           | at byte 0 another value was expected
          30           | at byte 1 it ends inside a length
          3082 01      | at byte 3 it ends inside a length
          3003 0201    | at byte 2 a value of 3 bytes begins and 2 are left
          3080 0000    | at byte 2 there is a length of form 128
          3084 0000 0001 00 | at byte 2 there is a length of form 132
          308101 00    | at byte 3 the length 1 has more bytes than it takes
          30820080     | at byte 4 the length 128 has more bytes than it takes
          0401 00      | at byte 0 there is a tag 4 where 48 was expected
          3f8101 00    | at byte 0 there is a tag of more than one byte
          3000 00      | at byte 2 the end was expected
          """)
  void readsNothingButTheOneEncoding(String hex, String problem) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    var e =
        assertThrows(
            Malformed.class,
            () -> {
              var reader = new DerReader("thing", bytes);
              reader.enter(Der.SEQUENCE);
              reader.expectEnd();
            });
    assertTrue(String.valueOf(e.getMessage()).endsWith(problem), e::getMessage);
  }
}
