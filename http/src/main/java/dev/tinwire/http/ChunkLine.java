package dev.tinwire.http;

import dev.tinwire.wire.Malformed;

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
    if (digits < line.length()) extensions(line.substring(digits));
    return new ChunkLine(size, line.length() - digits);
  }

  private static void extensions(String text) throws BadMessage {
    try {
      var in = new ValueReader("chunk extension", text);
      while (!in.atEnd()) extension(in);
    } catch (Malformed e) {
      throw new BadMessage(Status.BAD_REQUEST, e);
    }
  }

  private static void extension(ValueReader in) throws Malformed {
    in.skipOws();
    in.expect(';');
    in.skipOws();
    var _ = in.token("name");
    int end = in.place();
    in.skipOws();
    if (in.take('=')) {
      in.skipOws();
      var _ = in.tokenOrQuotedString("value");
    } else {
      in.backTo(end); // these blanks belong to the next semicolon, which must come
    }
  }

  private static BadMessage bad(String line, String problem) {
    return BadMessage.in("chunk size", line, problem);
  }
}
