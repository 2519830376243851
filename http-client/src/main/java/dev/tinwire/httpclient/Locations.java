package dev.tinwire.httpclient;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** References in field values, which come as octets. */
final class Locations {
  private Locations() {}

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
}
