package dev.tinwire.httpclient;

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
