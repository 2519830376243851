package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of a coded body, and what is refused. */
class ContentCodingsTest {
  private static final byte[] BROTLI_HELLO = HexFormat.of().parseHex("0b028068656c6c6f03");

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    return written(out, plain, GZIPOutputStream::new);
  }

  private static byte[] deflate(byte[] plain, boolean raw) {
    var out = new ByteArrayOutputStream();
    return written(out, plain, o -> new DeflaterOutputStream(o, new Deflater(9, raw)));
  }

  @FunctionalInterface
  private interface Coder {
    OutputStream on(OutputStream out) throws IOException;
  }

  private static byte[] written(ByteArrayOutputStream out, byte[] plain, Coder coder) {
    try (OutputStream coded = coder.on(out)) {
      coded.write(plain);
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static byte[] decoded(byte[] body, String... codings) throws IOException {
    return decoded(body, InflateLimits.USUAL, codings);
  }

  private static byte[] decoded(byte[] body, InflateLimits limits, String... codings)
      throws IOException {
    List<String> toRemove = ContentCodings.toRemove(List.of(codings));
    try (InputStream in = ContentCodings.remove(new ByteArrayInputStream(body), toRemove, limits)) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Property(tries = 200)
  void whatWasCodedComesOut(@ForAll byte[] plain) throws IOException {
    assertEquals(hex(plain), hex(decoded(gzip(plain), "gzip")));
    assertEquals(hex(plain), hex(decoded(gzip(plain), "X-GZip")));
    assertEquals(hex(plain), hex(decoded(deflate(plain, false), "deflate")));
    assertEquals(hex(plain), hex(decoded(deflate(plain, true), "deflate")));
    assertEquals(hex(plain), hex(decoded(gzip(deflate(plain, false)), "deflate", "gzip")));
    assertEquals(hex(plain), hex(decoded(plain, "identity")));
    assertEquals(hex(plain), hex(decoded(plain, "none")));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void brotliToo() throws IOException {
    assertEquals("hello", new String(decoded(BROTLI_HELLO, "br"), StandardCharsets.UTF_8));
  }

  @Test
  void severalMembersAreOneBody() throws IOException {
    byte[] two = joined(gzip(bytes("one ")), gzip(bytes("two")));
    assertEquals("one two", new String(decoded(two, "gzip"), StandardCharsets.UTF_8));
    byte[] padded = joined(gzip(bytes("one")), new byte[7]);
    assertEquals("one", new String(decoded(padded, "gzip"), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"gzip", "deflate", "br"})
  void nothingIsAnEmptyBody(String coding) throws IOException {
    assertEquals(0, decoded(new byte[0], coding).length);
  }

  @Test
  void whatIsCutShortIsAnErrorAtEveryPlace() {
    byte[] plain = bytes("some text that is compressed a little, a little, a little");
    for (byte[] whole : List.of(gzip(plain), deflate(plain, false), BROTLI_HELLO)) {
      String coding = whole[0] == BROTLI_HELLO[0] ? "br" : whole[0] == 0x1f ? "gzip" : "deflate";
      for (int length = 1; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThrows(WireException.class, () -> decoded(cut, coding), coding + " " + length);
      }
    }
  }

  @Test
  void aWrongChecksumIsAnError() {
    byte[] damaged = gzip(bytes("text"));
    damaged[damaged.length - 8]++;
    var refused = assertThrows(WireException.class, () -> decoded(damaged, "gzip"));
    assertEquals("the gzip body does not have the checksum it says", refused.getMessage());
  }

  @ParameterizedTest(name = "{0} of plain text: {1}")
  @CsvSource({
    "gzip, 'the body is not gzip, as its Content-Encoding says'",
    "deflate, 'the body is not compressed as its Content-Encoding says'",
    "br, 'the body is not whole br, as its Content-Encoding says'"
  })
  void plainTextIsNone(String coding, String message) {
    var refused = assertThrows(WireException.class, () -> decoded(bytes("plain text"), coding));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void aBombIsStopped() {
    byte[] bomb = gzip(new byte[64 << 20]);
    var refused = assertThrows(WireException.class, () -> decoded(bomb, "gzip"));
    assertTrue(String.valueOf(refused.getMessage()).contains("bomb"), refused.getMessage());
    byte[] twice = gzip(bomb);
    assertThrows(WireException.class, () -> decoded(twice, "gzip", "gzip"));
    byte[] small = gzip(new byte[1000]);
    var limits = new InflateLimits(999, 1000);
    assertThrows(WireException.class, () -> decoded(small, limits, "gzip"));
  }

  @Test
  void whatWeDidNotAskForIsRefused() {
    var refused =
        assertThrows(WireException.class, () -> ContentCodings.toRemove(List.of("zs\u001btd")));
    assertEquals("the body has a coding we did not ask for: zs\\x1btd", refused.getMessage());
    assertThrows(
        WireException.class,
        () -> ContentCodings.toRemove(List.of("gzip", "gzip", "gzip", "gzip")));
  }
}
