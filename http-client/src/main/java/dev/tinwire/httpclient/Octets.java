package dev.tinwire.httpclient;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text beyond ASCII in field values, where a character stands for an octet. */
final class Octets {
  private Octets() {}

  /**
   * A leniency: what is beyond ASCII in a Location, where only a URI may stand, is read as UTF-8
   * where it is UTF-8, as browsers read it; else each octet is a character.
   */
  static String decoded(String value) {
    if (value.chars().allMatch(c -> c < 0x80)) return value;
    byte[] octets = value.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException _) {
      return value;
    }
  }

  /** The UTF-8 of a text, a character for each octet. */
  static String of(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
