package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.text.Normalizer;

/**
 * Names and passwords as SASL compares them (RFC 4013): however they were typed, the same
 * characters become the same bytes. What is plain ASCII stays as it is.
 *
 * <p>Characters that Unicode has got since its version 3.2 are let through, as §2.5 has it for who
 * asks rather than stores.
 */
final class SaslPrep {
  private static final String WHAT = "text for signing in";

  private SaslPrep() {}

  /**
   * The prepared form.
   *
   * @throws Malformed if it has a character in it that none may have; the text is not repeated
   */
  static String of(String text) throws Malformed {
    if (isPlain(text)) return text;
    String prepared = Normalizer.normalize(mapped(text), Normalizer.Form.NFKC);
    if (prepared.isEmpty()) throw fault("is made of characters that do not show");
    for (int i = 0; i < prepared.length(); i += Character.charCount(prepared.codePointAt(i))) {
      int c = prepared.codePointAt(i);
      if (isProhibited(c)) throw fault("has %s in it, which none may have".formatted(name(c)));
    }
    demandOneDirection(prepared);
    return prepared;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
    }
    return true;
  }

  /** §2.1: other blanks become a space, and what is not seen goes. */
  private static String mapped(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isOtherSpace(c)) out.append(' ');
      else if (!isNothing(c)) out.append(c);
    }
    return out.toString();
  }

  /** RFC 3454 §C.1.2. */
  private static boolean isOtherSpace(char c) {
    return c == 0x200b || (c >= 0x80 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  /** RFC 3454 §B.1. */
  private static boolean isNothing(char c) {
    return switch (c) {
      case 0xad, 0x34f, 0x1806, 0x180b, 0x180c, 0x180d, 0x200c, 0x200d, 0x2060, 0xfeff -> true;
      default -> c >= 0xfe00 && c <= 0xfe0f;
    };
  }

  /** §2.3, by the tables of RFC 3454 §C it names. */
  private static boolean isProhibited(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, // C.2.1, C.2.2
          Character.FORMAT, // C.2.2, C.8, C.9
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE, // C.3
          Character.SURROGATE -> // C.5: half a character
          true;
      default ->
          (c & 0xfffe) == 0xfffe // C.4
              || (c >= 0xfdd0 && c <= 0xfdef) // C.4
              || c == 0xfffc // C.6
              || c == 0xfffd // C.6: what could not be read
              || (c >= 0x2ff0 && c <= 0x2ffb); // C.7
    };
  }

  /** §2.4: what is written from right to left is so from its first to its last character. */
  private static void demandOneDirection(String text) throws Malformed {
    if (text.codePoints().noneMatch(SaslPrep::isRightToLeft)) return;
    boolean mixed = text.codePoints().anyMatch(SaslPrep::isLeftToRight);
    int last = text.codePointBefore(text.length());
    if (mixed || !isRightToLeft(text.codePointAt(0)) || !isRightToLeft(last)) {
      throw fault("is written partly from right to left, partly from left to right");
    }
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isLeftToRight(int c) {
    return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  /** The kind, not the character: it may be one of a password. */
  private static String name(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> "a control character";
      case Character.FORMAT -> "a character that does not show";
      default -> "a character without a meaning of its own";
    };
  }

  private static Malformed fault(String problem) {
    return new Malformed(WHAT, "", 0, problem);
  }
}
