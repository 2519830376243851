package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A field as the command line says it, with what curl makes of the ends:
 *
 * <pre>
 * NAME: VALUE   said too, instead of ours where we say it
 * NAME:         not said
 * NAME;         said without a value
 * </pre>
 *
 * @param line without a value in the last two
 * @param empty whether it goes out without one
 */
record SaidField(FieldLine line, boolean empty) {
  static SaidField parse(String text) throws Malformed {
    int colon = text.indexOf(':');
    boolean empty = colon < 0 && text.endsWith(";");
    if (colon < 0 && !empty) {
      throw new Malformed(
          "field", text, text.length(), "write 'NAME: VALUE', or 'NAME;' for one without a value");
    }
    String name = text.substring(0, empty ? text.length() - 1 : colon);
    String value = empty ? "" : text.substring(colon + 1);
    FieldLine line = line(text, name, value);
    framing(text, line);
    return new SaidField(line, empty);
  }

  /** The value of a field whose name is known. */
  static String value(String text) throws Malformed {
    return line(text, "X", text).value();
  }

  /** CR and LF inside would make a second field of it, so they are refused here. */
  private static FieldLine line(String text, String name, String value) throws Malformed {
    try {
      return FieldLine.of(name, latin1(value.strip()));
    } catch (IllegalArgumentException _) {
      throw new Malformed(
          "field", text, 0, "a name is a token, and a value has no control characters");
    }
  }

  /** Where a body ends is not to be said twice: who listens might choose the other. */
  private static void framing(String text, FieldLine line) throws Malformed {
    String value = line.value().toLowerCase(Locale.ROOT);
    if (line.isNamed("Content-Length") && !value.isEmpty()) {
      throw new Malformed("field", text, 0, "the length is counted from the body: leave it out");
    }
    if (line.isNamed("Transfer-Encoding") && !value.isEmpty() && !value.equals("chunked")) {
      throw new Malformed("field", text, 0, "chunked is the one coding there is");
    }
  }

  /** Beyond ASCII goes out as UTF-8; a field's characters stand for octets. */
  private static String latin1(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
