package dev.tinwire.wire.secret;

import dev.tinwire.wire.WireException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The secret on the first line of some bytes; what follows is for other eyes (pass, gopass). */
final class FirstLine {
  private FirstLine() {}

  /** Wipes the bytes. */
  static Secret of(byte[] bytes) throws WireException {
    CharBuffer line = CharBuffer.allocate(0);
    try {
      // A new decoder refuses what is not UTF-8; the wrong characters would lock an account.
      line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length(bytes)));
      char[] characters = new char[line.remaining()];
      line.get(characters);
      return Secret.taking(characters);
    } catch (CharacterCodingException e) {
      throw new WireException("it is not UTF-8", e);
    } finally {
      Arrays.fill(line.array(), '\0');
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static int length(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') end++;
    return end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
  }
}
