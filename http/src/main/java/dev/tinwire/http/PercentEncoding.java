package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Bytes as text that a URI can carry (RFC 3986 §2.1). Decoding is done once, and exactly: a {@code
 * %} without two hexadecimal digits is refused, {@code +} is a plus.
 */
public final class PercentEncoding {
  private static final HexFormat UPPER = HexFormat.of().withUpperCase(); // §2.1 prefers it

  private PercentEncoding() {}

  /**
   * The bytes meant.
   *
   * @param what names the text in errors ("path segment")
   * @param text of ASCII characters; others do not belong into a URI
   */
  public static byte[] decode(String what, String text) throws Malformed {
    var out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) throw new Malformed(what, text, i, "has a character that must be encoded");
      if (c == '%') {
        out.write(octet(what, text, i));
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }

  private static int octet(String what, String text, int at) throws Malformed {
    if (at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2))) {
      return HexFormat.fromHexDigits(text, at + 1, at + 3);
    }
    throw new Malformed(what, text, at, "expected two hexadecimal digits after %");
  }

  /**
   * The text meant, where the bytes are UTF-8, and well-formed: no overlong forms, no surrogates.
   */
  public static String decodeUtf8(String what, String text) throws Malformed {
    byte[] bytes = decode(what, text);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new Malformed(what, text, 0, "is not UTF-8 when decoded");
    }
  }

  /**
   * A name as one segment of a path (§3.3). Some of what a segment may hold is encoded all the
   * same: a colon, so that the link {@code a:b} has no scheme, and quotes and ampersands, so that
   * it can stand in an attribute.
   */
  public static String pathSegment(String name) {
    return encode(name, "-._~!$()*+,;=@");
  }

  /** A name or a value of a query (§3.4), so that no {@code & = +} in it means anything. */
  public static String queryComponent(String text) {
    return encode(text, "-._~");
  }

  /** All but letters, digits and these, as UTF-8. */
  static String encode(String text, String alsoPlain) {
    var out = new StringBuilder(text.length() + 16);
    ByteBuffer bytes = utf8(text);
    while (bytes.hasRemaining()) {
      int octet = bytes.get() & 0xff;
      if (isAlphanumeric(octet) || alsoPlain.indexOf(octet) >= 0) {
        out.append((char) octet);
      } else {
        UPPER.toHexDigits(out.append('%'), (byte) octet);
      }
    }
    return out.toString();
  }

  private static ByteBuffer utf8(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("half a character cannot be encoded: " + text, e);
    }
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
