package dev.tinwire.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * {@code HTTP-version SP status-code SP [ reason-phrase ]} (RFC 9112 §4). Public because clients
 * act on it and servers write it.
 *
 * @param reason one character for each octet, for eyes only
 */
public record StatusLine(HttpVersion version, Status status, String reason) {
  private static final int CODE = "HTTP/1.1 ".length();
  private static final int REASON = "HTTP/1.1 200 ".length();

  /** What nearly all answers begin with, and how. */
  static final StatusLine USUAL = new StatusLine(HttpVersion.HTTP_1_1, Status.OK, "OK");

  private static final byte[] USUAL_BYTES =
      "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1);

  public StatusLine {
    int bad = Octet.firstOutside(Octet.FIELD, reason, 0, reason.length());
    if (bad < reason.length()) throw new IllegalArgumentException("no reason phrase: " + reason);
  }

  /** With the reason phrase of the registry. */
  public StatusLine(Status status) {
    this(HttpVersion.HTTP_1_1, status, status.reason());
  }

  /** The next line of a connection. */
  static StatusLine read(Lines lines, Limits limits, Set<Leniency> allowed) throws IOException {
    if (limits.startLine() >= USUAL_BYTES.length && lines.in().takeIfNext(USUAL_BYTES)) {
      return USUAL;
    }
    String line = lines.next("status line", limits.startLine(), Status.BAD_REQUEST);
    return parse(line, allowed);
  }

  /** How many octets it has, the CRLF not counted. */
  int length() {
    return REASON + reason.length();
  }

  static StatusLine parse(String line, Set<Leniency> allowed) throws BadMessage {
    int blank = line.indexOf(' ');
    if (blank < 0) throw BadMessage.in("status line", line, "version and code are expected");
    HttpVersion version = HttpVersion.parse(line.substring(0, blank)); // 8 characters, if it is one
    Status status = code(line);
    if (line.length() == REASON - 1 && allowed.contains(Leniency.NO_BLANK_BEFORE_REASON)) {
      return new StatusLine(version, status, "");
    }
    if (line.length() < REASON || line.charAt(REASON - 1) != ' ') {
      throw BadMessage.in("status line", line, "three digits and a blank are expected");
    }
    if (Octet.firstOutside(Octet.FIELD, line, REASON, line.length()) < line.length()) {
      throw BadMessage.in("status line", line, "the reason has a control character inside");
    }
    return new StatusLine(version, status, line.substring(REASON));
  }

  private static Status code(String line) throws BadMessage {
    int code = 0;
    for (int i = CODE; i < CODE + 3; i++) {
      if (i >= line.length() || !Octet.isDigit(line.charAt(i))) {
        throw BadMessage.in("status line", line, "a code of three digits is expected");
      }
      code = 10 * code + line.charAt(i) - '0';
    }
    if (code < 100) throw BadMessage.in("status line", line, "no code begins with 0");
    return new Status(code);
  }

  @Override
  public String toString() {
    return version + " " + status.code() + " " + reason;
  }
}
