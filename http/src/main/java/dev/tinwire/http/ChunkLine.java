package dev.tinwire.http;

/**
 * {@code chunk-size [ chunk-ext ]} (RFC 9112 §7.1, §7.1.1), the extensions checked and forgotten:
 * nobody has defined one.
 *
 * <pre>
 * chunk-size = 1*HEXDIG
 * chunk-ext  = *( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )
 * </pre>
 *
 * @param extensions how many bytes of the line were extensions
 */
record ChunkLine(long size, int extensions) {
  /** 15 digits cannot overflow a long; 2^60 bytes are enough for a chunk. */
  private static final int DIGITS = 15;

  static ChunkLine parse(String line) throws BadMessage {
    int digits = 0;
    long size = 0;
    while (digits < line.length() && Octet.isHex(line.charAt(digits))) {
      size = 16 * size + Octet.hex(line.charAt(digits++));
      if (digits > DIGITS) throw bad(line, "more than " + DIGITS + " digits");
    }
    if (digits == 0) throw bad(line, "hexadecimal digits are expected");
    for (int at = digits; at < line.length(); ) at = extension(line, at);
    return new ChunkLine(size, line.length() - digits);
  }

  /** One extension from its blanks on; where it ends. */
  private static int extension(String line, int from) throws BadMessage {
    int semicolon = blanks(line, from);
    if (!stands(';', line, semicolon)) throw bad(line, "only a semicolon may follow the size");
    int name = blanks(line, semicolon + 1);
    int end = token(line, name);
    int equals = blanks(line, end);
    if (!stands('=', line, equals)) return end;
    int value = blanks(line, equals + 1);
    return stands('"', line, value) ? quoted(line, value) : token(line, value);
  }

  private static int blanks(String line, int from) {
    int at = from;
    while (at < line.length() && Octet.isBlank(line.charAt(at))) at++;
    return at;
  }

  private static boolean stands(char c, String line, int at) {
    return at < line.length() && line.charAt(at) == c;
  }

  private static int token(String line, int from) throws BadMessage {
    int end = Octet.firstOutside(Octet.TCHAR, line, from, line.length());
    if (end == from) throw bad(line, "a token is expected in the extension");
    return end;
  }

  /** {@code quoted-string} (RFC 9110 §5.6.4): what it may hold, a field value may hold as well. */
  private static int quoted(String line, int from) throws BadMessage {
    for (int at = from + 1; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"') return at + 1;
      if (c == '\\') at++;
      if (at < line.length() && !Octet.is(Octet.FIELD, line.charAt(at))) break;
    }
    throw bad(line, "a quoted value without its end, or with a control character");
  }

  private static BadMessage bad(String line, String problem) {
    return BadMessage.in("chunk size", line, problem);
  }
}
