package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecognitionTest {
  private static final long NOW = NtpTime.epochNanos(Octets.T1);
  private static final String ZEROS = "00".repeat(16);
  private static final String HEAD = "00000007 eb2f5d00 80000000 1601 0000";

  @ParameterizedTest(name = "{0} is {1}; only stamp: {2}; only text: {3}")
  @CsvSource(
      textBlock =
          """
          text,      TEXT,  STRANGE, TEXT
          upper,     TEXT,  STRANGE, TEXT
          empty,     RAW,   STRANGE, STRANGE
          hello,     RAW,   STRANGE, STRANGE
          stamp,     STAMP, STAMP,   STRANGE
          long,      STAMP, STAMP,   STRANGE
          oldClock,  STAMP, STAMP,   STRANGE
          twamp,     STAMP, STAMP,   STRANGE
          cut,       RAW,   STRANGE, STRANGE
          reply,     REPLY, REPLY,   STRANGE
          payload,   RAW,   STAMP,   STRANGE
          """)
  void whatItIs(String name, Recognition any, Recognition stamp, Recognition text) {
    ByteBuffer packet = packet(name);
    assertEquals(any, of(packet, Optional.empty()));
    assertEquals(stamp, of(packet, Optional.of(EchoWire.STAMP)));
    assertEquals(text, of(packet, Optional.of(EchoWire.TEXT)));
    assertEquals(Recognition.RAW, of(packet, Optional.of(EchoWire.ECHO)));
  }

  private static Recognition of(ByteBuffer packet, Optional<EchoWire> only) {
    return Recognition.of(packet, packet.limit(), only, false, NOW);
  }

  private static ByteBuffer packet(String name) {
    return switch (name) {
      case "text" -> text("Ping 1 1767225600.123456");
      case "upper" -> text("PING 1 1767225600.123456");
      case "empty" -> text("");
      case "hello" -> text("hello");
      case "stamp" -> Octets.of(HEAD + ZEROS + "00".repeat(12));
      case "long" -> Octets.of(HEAD + ZEROS + "00".repeat(12) + "ff".repeat(100));
      case "oldClock" ->
          Octets.of("00000007 00000000 80000000 1601 0000" + ZEROS + "00".repeat(12));
      case "twamp" -> Octets.of("00000007 eb2f5d00 80000000 1601" + "5a".repeat(27));
      case "cut" -> Octets.of(HEAD + ZEROS + "00".repeat(8));
      case "reply" ->
          Octets.of(HEAD + "eb2f5d00 80001000 00000007 eb2f5d00 80000000 1601" + "00".repeat(6));
      case "payload" -> payload();
      default -> throw new AssertionError(name);
    };
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
  }

  private static ByteBuffer payload() {
    ByteBuffer packet = ByteBuffer.allocate(64);
    EchoPayload.write(packet, 64, 0x1122334455667788L, 9);
    return packet;
  }

  @ParameterizedTest(name = "an authenticated packet of {0} octets is {1}")
  @CsvSource({"111, STRANGE", "112, STAMP", "200, STAMP"})
  void keyed(int length, Recognition expected) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) 1);
    var only = Optional.of(EchoWire.STAMP);
    assertEquals(expected, Recognition.of(ByteBuffer.wrap(octets), length, only, true, NOW));
  }
}
