package dev.tinwire.wire;

import dev.tinwire.testkit.Dripping;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the same bytes by the same steps with {@link ByteReader} and with the obvious code over an
 * array; both must say the same.
 *
 * <p>Input: capacity, limit of lines, drip, number of steps, steps, then what is on the wire.
 */
public final class ByteReaderFuzz {
  private ByteReaderFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 4) return;
    int steps = Math.min(input[3] & 15, input.length - 4);
    byte[] wire = Arrays.copyOfRange(input, 4 + steps, input.length);
    int limit = input[1] & 31;
    var reader = new ByteReader(Dripping.of(wire, 1 + (input[2] & 7)), 1 + (input[0] & 15));
    int at = 0;
    for (int i = 0; i < steps; i++) {
      int step = input[4 + i] & 0xff;
      int length = step >> 2;
      String expected = (step & 3) == 0 ? line(wire, at, limit) : exactly(wire, at, length);
      String came =
          switch (step & 3) {
            case 0 -> outcome(() -> reader.line("x", limit));
            case 1 -> outcome(() -> text(reader.exactly("x", length)));
            case 2 -> outcome(() -> skip(reader, length));
            default -> outcome(() -> readFully(reader, length));
          };
      if ((step & 3) == 2 && expected.startsWith("=")) expected = "=" + length;
      if (!came.equals(expected)) throw new AssertionError("came " + came + ", not " + expected);
      if (!came.startsWith("=")) return;
      at += (step & 3) == 0 ? came.length() - 1 + 2 : length;
      unread(reader, at < wire.length);
    }
  }

  private static void unread(ByteReader reader, boolean expected) {
    try {
      if (reader.anythingUnread() != expected) throw new AssertionError("unread: " + !expected);
      if (reader.atEnd() == expected) throw new AssertionError("at end: " + expected);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(byte[] wire, int at, int limit) {
    int lf = at;
    while (lf < wire.length && wire[lf] != '\n') lf++;
    int seen = lf - at; // bytes before the LF or the end
    if (seen > limit + 1 || (seen == limit + 1 && wire[at + limit] != '\r')) return "TooLong";
    if (lf == wire.length) return "EndOfStream";
    String text = text(Arrays.copyOfRange(wire, at, lf));
    if (text.indexOf('\r') < 0 || text.indexOf('\r') < seen - 1) return "Malformed";
    return "=" + text.substring(0, seen - 1);
  }

  private static String exactly(byte[] wire, int at, int length) {
    if (wire.length - at < length) return "EndOfStream";
    return "=" + text(Arrays.copyOfRange(wire, at, at + length));
  }

  private static String outcome(Exchange<String> exchange) {
    try {
      return "=" + exchange.run();
    } catch (WireException e) {
      return e.getClass().getSimpleName();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String skip(ByteReader reader, int length) throws IOException {
    reader.skip("x", length);
    return "" + length;
  }

  private static String readFully(ByteReader reader, int length) throws IOException {
    byte[] into = new byte[length];
    for (int got = 0; got < length; ) {
      int n = reader.read(into, got, length - got);
      if (n == 0) throw new AssertionError("read nothing");
      if (n < 0) throw new EndOfStream("end");
      got += n;
    }
    return text(into);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
