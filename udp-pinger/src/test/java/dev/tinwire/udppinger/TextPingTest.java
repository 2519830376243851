package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPingTest {
  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "1, 1767225600123456789, Ping 1 1767225600.123456",
    "10, 1767225600000001999, Ping 10 1767225600.000001",
    "0, 0, Ping 0 0.000000",
    "4294967295, 9223372036854775807, Ping 4294967295 9223372036.854775",
  })
  void written(long sequence, long nanos, String expected) {
    ByteBuffer packet = ByteBuffer.allocate(TextPing.LONGEST);
    int length = TextPing.write(packet, sequence, nanos);
    assertEquals(expected, new String(packet.array(), 0, length, US_ASCII));
  }

  @ParameterizedTest(name = "[{0}] has the number {1}")
  @CsvSource({
    "Ping 1 12.5, 1",
    "PING 1 12.5, 1",
    "ping 42, 42",
    "Ping 9999999999 1, 9999999999",
    "Ping 12345678901 1, -1",
    "Ping x 1, -1",
    "Ping 1x, -1",
    "'Ping ', -1",
    "Pong 1, -1",
    "Ping, -1",
    "'', -1",
    "Ping -1 2, -1",
  })
  void read(String text, long sequence) {
    assertEquals(sequence, TextPing.sequence(bytes(text), text.length()));
  }

  @ParameterizedTest(name = "[{0}] answers [{1}]: {2}")
  @CsvSource({
    "Ping 1 2.5, Ping 1 2.5, true", "PING 1 2.5, Ping 1 2.5, true",
    "PInG 1 2.5, Ping 1 2.5, false", "Ping 1 2.6, Ping 1 2.5, false",
    "Ping 1 2., Ping 1 2.5, false", "Ping 1 2.55, Ping 1 2.5, false",
  })
  void answered(String reply, String sent, boolean expected) {
    assertEquals(
        expected, TextPing.isSameOrUpper(bytes(reply), reply.length(), bytes(sent), sent.length()));
  }

  @Property
  void whatIsWrittenIsRead(
      @ForAll @LongRange(min = 0, max = 0xFFFFFFFFL) long sequence,
      @ForAll @LongRange(min = 0) long nanos) {
    ByteBuffer packet = ByteBuffer.allocate(TextPing.LONGEST);
    int length = TextPing.write(packet, sequence, nanos);
    assertEquals(sequence, TextPing.sequence(packet, length));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }
}
