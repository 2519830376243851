package dev.tinwire.httpclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.terminal.Progress;
import dev.tinwire.wire.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class CountedPayloadTest {
  private static final Payload BODY = Payload.of("12345".getBytes(UTF_8), "text/plain");

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Progress progress =
      new Progress(
          new PrintStream(shown, true, UTF_8),
          Screen.PLAIN,
          () -> 0,
          "body",
          Progress.Unit.BYTES,
          OptionalLong.of(5));
  private final Payload counted = new CountedPayload(BODY, progress);

  private String done() {
    progress.finish();
    return shown.toString(UTF_8);
  }

  @Test
  void whatIsSentAgainCountsOnce() throws Exception {
    counted.writeTo(OutputStream.nullOutputStream());
    counted.writeTo(OutputStream.nullOutputStream());
    assertEquals(true, done().startsWith("body  5 B "), shown::toString);
  }

  /** RFC 7616 §3.4.3: for qop=auth-int the body is read before it is sent. */
  @Test
  void whatIsReadForADigestIsNotSentYet() throws Exception {
    String hash = DigestAlgorithm.MD5.hex(counted);
    assertEquals(DigestAlgorithm.MD5.hex("12345"), hash);
    assertEquals(true, done().startsWith("body  0 B "), shown::toString);
  }
}
