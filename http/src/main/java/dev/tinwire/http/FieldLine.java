package dev.tinwire.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code field-name ":" OWS field-value OWS} (RFC 9112 §5). Kept as the line it came in; name and
 * value are cut out only when somebody asks, for most fields of most messages are never looked at.
 * Each character stands for one octet (ISO-8859-1), so what is beyond ASCII passes unharmed.
 *
 * <p>There is no way to make one that would break out of its line: names are tokens and values have
 * no control characters, sent and received alike. Public because both ends read and write them.
 */
public final class FieldLine {
  private final String line;

  /** Where the name ends. */
  final int colon;

  private final int start;
  private final int end;
  // Made when asked for; two threads would make the same.
  private byte @Nullable [] bytes;
  private byte @Nullable [] printed;
  private @Nullable String value;
  private @Nullable String alike;
  private @Nullable String unlike;

  private FieldLine(String line, int colon) {
    int from = colon + 1;
    int to = line.length();
    while (from < to && Octet.isBlank(line.charAt(from))) from++;
    while (to > from && Octet.isBlank(line.charAt(to - 1))) to--;
    this.line = line;
    this.colon = colon;
    this.start = from;
    this.end = to;
  }

  /**
   * A field to be sent.
   *
   * @throws IllegalArgumentException if the name is no token or the value has a character that no
   *     field value may have, a line break above all
   */
  public static FieldLine of(String name, String value) {
    try {
      return parse(name + ": " + value, name.length());
    } catch (BadMessage e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A line as received, without its CRLF. */
  static FieldLine parse(String line) throws BadMessage {
    int colon = line.indexOf(':');
    if (colon < 0) throw BadMessage.in("field line", line, "a colon is missing");
    return parse(line, colon);
  }

  private static FieldLine parse(String line, int colon) throws BadMessage {
    if (colon == 0) throw BadMessage.in("field line", line, "a name is missing");
    int end = Tokens.end(line, 0);
    if (end < colon) {
      // RFC 9112 §5.1: "Transfer-Encoding : chunked" is one field to some and another to others.
      String problem =
          Octet.isBlank(line.charAt(end)) ? "a blank in the name" : "a name is a token";
      throw BadMessage.in("field line", line, problem);
    }
    int bad = Octet.firstOutside(Octet.FIELD, line, colon + 1, line.length());
    if (bad < line.length()) {
      throw BadMessage.in(
          "field line", line, String.format("U+%04X stands in the value", (int) line.charAt(bad)));
    }
    return new FieldLine(line, colon);
  }

  /** This line and what came folded behind it, a blank between (RFC 9112 §5.2). */
  FieldLine folded(String continuation) throws BadMessage {
    return parse(line + " " + Octet.withoutBlanks(continuation, 0, continuation.length()), colon);
  }

  /** How many octets the line has, the CRLF not counted. */
  int length() {
    return line.length();
  }

  /** As it came, its CRLF included. */
  byte[] bytes() {
    byte[] made = bytes;
    if (made == null) {
      made = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
      bytes = made;
    }
    return made;
  }

  /** As it goes out, its CRLF included: one blank behind the colon and none at the end. */
  byte[] printed() {
    byte[] made = printed;
    if (made == null) {
      var out = new StringBuilder(line.length() + 4);
      print(out);
      made = out.toString().getBytes(StandardCharsets.ISO_8859_1);
      printed = made;
    }
    return made;
  }

  public String name() {
    return line.substring(0, colon);
  }

  /** What stands after the colon, without the blanks around it. */
  public String value() {
    String made = value;
    if (made == null) {
      made = line.substring(start, end);
      value = made;
    }
    return made;
  }

  /**
   * Whether this is a field of that name; capitals do not matter (RFC 9110 §5.1). A line that comes
   * with each answer of a connection is asked for the same few names again and again, mostly by the
   * same constants: so the last of each outcome is known by sight.
   */
  @SuppressWarnings("ReferenceEquality")
  public boolean isNamed(String name) {
    if (name == alike) return true;
    if (name == unlike || name.length() != colon) return false;
    boolean named = line.regionMatches(true, 0, name, 0, colon);
    if (named) alike = name;
    else unlike = name;
    return named;
  }

  void print(StringBuilder out) {
    out.append(line, 0, colon).append(": ").append(line, start, end).append("\r\n");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldLine that && isNamed(that.name()) && value().equals(that.value());
  }

  @Override
  public int hashCode() {
    return value().hashCode();
  }

  @Override
  public String toString() {
    return name() + ": " + value();
  }
}
