package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.EndOfStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTest {
  private static final Limits LIMITS = new Limits(100, 100, 2, 30, 20, 10);

  private static Body length(ByteReader in, long bytes) {
    return Body.of(new Framing.Length(bytes), in, LIMITS);
  }

  private static Body chunked(String text) {
    return Body.of(new Framing.Chunked(), Wire.reader(text), LIMITS);
  }

  private static String all(Body body) throws IOException {
    return Wire.text(body.readAllBytes());
  }

  @Test
  void noBodyReadsAsAnEmptyOne() throws IOException {
    var in = Wire.reader("next");
    assertEquals("", all(Body.of(new Framing.None(), in, LIMITS)));
    assertEquals("next", Wire.text(in.exactly("next", 4)));
  }

  @Test
  void aBodyOfKnownLengthEndsThere() throws IOException {
    var in = Wire.reader("hello, next");
    Body body = length(in, 5);
    assertEquals('h', body.read());
    assertEquals("ello", all(body));
    assertEquals(-1, body.read());
    assertEquals(0, body.read(new byte[1], 0, 0));
    assertEquals(", next", Wire.text(in.exactly("next", 6)));
  }

  @Test
  void aShortBodySaysHowShort() {
    var failure = assertThrows(EndOfStream.class, () -> all(length(Wire.reader("hello"), 11)));
    assertEquals("connection closed after 5 of 11 bytes of the body", failure.getMessage());
  }

  @Test
  void aBodyUntilCloseIsAllThereIs() throws IOException {
    assertEquals("a\r\nb", all(Body.of(new Framing.UntilClose(), Wire.reader("a\r\nb"), LIMITS)));
  }

  @Test
  void chunksAreJoinedAndTheNextMessageIsLeftAlone() throws IOException {
    String text = "5\r\nhello\r\n1;a=b\r\n,\r\n012\r\n" + "x".repeat(18) + "\r\n0\r\n\r\nnext";
    var in = Wire.reader(text);
    assertEquals("hello," + "x".repeat(18), all(Body.of(new Framing.Chunked(), in, LIMITS)));
    assertEquals("next", Wire.text(in.exactly("next", 4)));
    assertTrue(in.atEnd());
  }

  @Test
  void trailersAreThereOnceTheEndIs() throws IOException {
    Body body = chunked("1\r\na\r\n0\r\nContent-Length: 5\r\nX: y\r\n\r\n");
    assertEquals('a', body.read());
    assertEquals(Fields.NONE, body.trailers());
    assertEquals(-1, body.read());
    assertEquals(Fields.of("Content-Length", "5", "X", "y"), body.trailers());
  }

  @ParameterizedTest(name = "{0}: [{1}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          431 | 0\\r\\nA: 1\\r\\nB: 2\\r\\nC: 3\\r\\n\\r\\n
          431 | 0\\r\\nA: 4567890123456789012345678901\\r\\n\\r\\n
          431 | 0\\r\\nA: 45678901234567890\\r\\nB: 4567890\\r\\n\\r\\n
          400 | 0;a=5678901234567890123\\r\\n\\r\\n
          400 | 1;a=56\\r\\na\\r\\n1;a=567\\r\\na\\r\\n0\\r\\n\\r\\n
          400 | 0\\r\\nA: 1\\r\\n folded\\r\\n\\r\\n
          """)
  void chunkExtensionsAndTrailersHaveLimits(int status, String cell) {
    var refused = assertThrows(BadMessage.class, () -> all(chunked(Wire.unescape(cell))));
    assertEquals(status, refused.status().code(), refused.getMessage());
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                   | connection closed before the chunk size
          5                    | connection closed inside the chunk size
          5\\r\\n              | connection closed after 0 of 5 bytes of a chunk
          5\\r\\nhel           | connection closed after 3 of 5 bytes of a chunk
          5\\r\\nhello         | connection closed after 0 of 2 bytes of the end of a chunk
          5\\r\\nhello\\r\\n   | connection closed before the chunk size
          0\\r\\n              | connection closed before the field line
          0\\r\\nX: y\\r\\n    | connection closed before the field line
          """)
  void chunksCutShortAreNoticed(String cell, String message) {
    var failure = assertThrows(EndOfStream.class, () -> all(chunked(Wire.unescape(cell))));
    assertEquals(message, failure.getMessage());
  }

  @Test
  void aBodyThatFailedStaysFailed() {
    Body body = chunked("1\r\naXX1\r\nb\r\n0\r\n\r\n");
    var first = assertThrows(BadMessage.class, body::read);
    assertSame(first, assertThrows(BadMessage.class, body::read));
    assertSame(first, assertThrows(BadMessage.class, () -> body.drain(100)));
  }

  @ParameterizedTest
  @CsvSource({"0, true, 0", "0, false, 1", "9, false, 10", "10, true, 10", "11, true, 10"})
  void drainingHasALimit(long limit, boolean done, int bytes) throws IOException {
    assertEquals(done, length(Wire.reader("x".repeat(bytes)), bytes).drain(limit));
  }

  @Test
  void closingLeavesTheConnectionAlone() throws IOException {
    var in = Wire.reader("hello");
    try (Body body = length(in, 2)) {
      assertEquals('h', body.read());
    }
    assertFalse(in.atEnd());
    assertEquals("ello", Wire.text(in.exactly("rest", 4)));
  }

  /** A body read into buffers is the one read into arrays, and ends at the same place. */
  @Test
  void buffersGetTheSame() throws IOException {
    var framings = List.of(new Framing.Length(5), new Framing.Chunked(), new Framing.UntilClose());
    var sent = List.of("hello", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", "hello");
    for (int i = 0; i < framings.size(); i++) {
      boolean ends = i < 2;
      var in = Wire.reader(sent.get(i) + (ends ? "next" : ""));
      Body body = Body.of(framings.get(i), in, LIMITS);
      var into = ByteBuffer.allocate(64);
      while (body.read(into) >= 0) assertTrue(into.limit() == 64 && into.position() <= 5);
      assertEquals("hello", Wire.text(Arrays.copyOf(into.array(), into.position())));
      assertEquals(5, body.bytes());
      if (ends) assertEquals("next", Wire.text(in.exactly("next", 4)));
    }
    Body cut = length(Wire.reader("hel"), 5);
    var into = ByteBuffer.allocate(64);
    assertEquals(3, cut.read(into));
    assertThrows(EndOfStream.class, () -> cut.read(into));
  }
}
