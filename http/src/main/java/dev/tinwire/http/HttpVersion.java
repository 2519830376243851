package dev.tinwire.http;

/**
 * The version of a message, {@code HTTP/1.0} or {@code HTTP/1.1} (RFC 9112 §2.3). A later minor
 * version is 1.1 to us, for that is the highest we know (RFC 9110 §2.5). Public because both ends
 * decide by it.
 */
public enum HttpVersion {
  HTTP_1_0("HTTP/1.0"),
  HTTP_1_1("HTTP/1.1");

  private final String text;

  HttpVersion(String text) {
    this.text = text;
  }

  /** {@code HTTP-name "/" DIGIT "." DIGIT}, in capitals, and with no other number of digits. */
  static HttpVersion parse(String text) throws BadMessage {
    if (text.equals(HTTP_1_1.text)) return HTTP_1_1; // nearly always
    if (!hasForm(text)) throw BadMessage.in("version", text, "HTTP/1.1 is expected");
    if (text.charAt(5) != '1') {
      throw BadMessage.with(
          Status.VERSION_NOT_SUPPORTED, "version", text, "only HTTP/1.0 and HTTP/1.1 are spoken");
    }
    return text.charAt(7) == '0' ? HTTP_1_0 : HTTP_1_1;
  }

  private static boolean hasForm(String text) {
    return text.length() == 8
        && text.startsWith("HTTP/")
        && Octet.isDigit(text.charAt(5))
        && text.charAt(6) == '.'
        && Octet.isDigit(text.charAt(7));
  }

  @Override
  public String toString() {
    return text;
  }
}
