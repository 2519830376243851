package dev.tinwire.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a proxy's answer to CONNECT (RFC 9112 §4, §5), within limits, and what matters of it.
 * Field lines are only looked through: Content-Length and Transfer-Encoding mean nothing in a 2xx
 * (RFC 9110 §9.3.6), and after anything else the connection is closed.
 *
 * @param schemes the first word of each Proxy-Authenticate field, as it came
 */
record ConnectReply(int status, String reason, List<String> schemes) {
  static final int MAX_LINE = 8 * 1024;
  static final int MAX_LINES = 100;

  private static final String STATUS_LINE = "status line";
  private static final String FIELD_LINE = "field line";

  ConnectReply {
    schemes = List.copyOf(schemes);
  }

  static ConnectReply read(ByteReader in) throws IOException {
    String line = in.line(STATUS_LINE, MAX_LINE);
    int status = status(line);
    return new ConnectReply(status, line.substring(13), schemes(in));
  }

  boolean opened() {
    return status / 100 == 2;
  }

  /** 101 is none: nobody asked for another protocol. */
  boolean interim() {
    return status / 100 == 1 && status != 101;
  }

  String statusAndReason() {
    return (status + " " + Visible.cut(reason, 80)).strip();
  }

  /** {@code HTTP/1.DIGIT SP 3DIGIT SP [reason]}. */
  private static int status(String line) throws Malformed {
    String shape = "HTTP/1.d ddd ";
    for (int i = 0; i < shape.length(); i++) {
      boolean fits =
          i < line.length()
              && (shape.charAt(i) == 'd'
                  ? isDigit(line.charAt(i))
                  : line.charAt(i) == shape.charAt(i));
      if (!fits) {
        throw new Malformed(STATUS_LINE, line, Math.min(i, line.length()), "expected HTTP/1.1 200");
      }
    }
    int status = Integer.parseInt(line, 9, 12, 10);
    if (status < 100 || status > 599) {
      throw new Malformed(STATUS_LINE, line, 9, "a status is between 100 and 599");
    }
    return status;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static List<String> schemes(ByteReader in) throws IOException {
    var schemes = new ArrayList<String>();
    for (int lines = 0; lines <= MAX_LINES; lines++) {
      String line = in.line(FIELD_LINE, MAX_LINE);
      if (line.isEmpty()) return schemes;
      int colon = nameEnd(line);
      if (line.substring(0, colon).equalsIgnoreCase("Proxy-Authenticate")) {
        schemes.add(scheme(line, colon + 1));
      }
    }
    throw new WireException("it sent more than " + MAX_LINES + " field lines");
  }

  /** The token that a challenge begins with (RFC 9110 §11.3); nothing where there is none. */
  private static String scheme(String line, int from) {
    int start = from;
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      start++;
    }
    return line.substring(start, tokenEnd(line, start));
  }

  private static int tokenEnd(String line, int from) {
    int end = from;
    while (end < line.length() && isTchar(line.charAt(end))) end++;
    return end;
  }

  /** A token and a colon, nothing between; that also refuses folded lines (RFC 9112 §5.1, §5.2). */
  private static int nameEnd(String line) throws Malformed {
    int i = tokenEnd(line, 0);
    if (i == 0 || i == line.length() || line.charAt(i) != ':') {
      throw new Malformed(FIELD_LINE, line, i, "expected a name and a colon");
    }
    return i;
  }

  private static boolean isTchar(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
