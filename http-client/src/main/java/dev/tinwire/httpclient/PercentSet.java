package dev.tinwire.httpclient;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Which characters of a part of a URL must be written as {@code %XX} (URL Standard §1.3). What is
 * already percent-encoded stays as it is, for it may mean something to the server.
 */
enum PercentSet {
  CONTROL(""),
  FRAGMENT(" \"<>`"),
  QUERY(" \"#<>"),
  SPECIAL_QUERY(" \"#<>'"),
  PATH(" \"#<>?^`{}"),
  USERINFO(" \"#<>?^`{}/:;=@[\\]|");

  private static final HexFormat UPPER = HexFormat.of().withUpperCase();

  private final String characters;

  PercentSet(String characters) {
    this.characters = characters;
  }

  private boolean encodes(int octet) {
    return octet < 0x20 || octet > 0x7e || characters.indexOf(octet) >= 0;
  }

  /** The text in UTF-8 with these characters encoded; half a character becomes U+FFFD. */
  String encode(String text) {
    int i = 0;
    while (i < text.length() && !encodes(text.charAt(i))) i++;
    if (i == text.length()) return text; // nearly always
    var out = new StringBuilder(text.length() + 16).append(text, 0, i);
    for (byte octet : wellFormed(text.substring(i)).getBytes(StandardCharsets.UTF_8)) {
      if (encodes(octet & 0xff)) UPPER.toHexDigits(out.append('%'), octet);
      else out.append((char) octet);
    }
    return out.toString();
  }

  /** The octets meant; a percent sign that no two digits follow stays. */
  static byte[] decode(String text) {
    byte[] in = wellFormed(text).getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      boolean encoded =
          in[i] == '%'
              && i + 2 < in.length
              && HexFormat.isHexDigit(in[i + 1])
              && HexFormat.isHexDigit(in[i + 2]);
      if (encoded) {
        out.write((HexFormat.fromHexDigit(in[i + 1]) << 4) | HexFormat.fromHexDigit(in[i + 2]));
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out.toByteArray();
  }

  /** Java would write a question mark for a lone surrogate; the standard says what to write. */
  static String wellFormed(String text) {
    if (text.codePoints().noneMatch(PercentSet::isSurrogate)) return text;
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isSurrogate(c) ? 0xfffd : c));
    return out.toString();
  }

  private static boolean isSurrogate(int c) {
    return c >= 0xd800 && c <= 0xdfff;
  }
}
