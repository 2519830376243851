package dev.tinwire.httpclient;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What UTS #46 makes of each character: kept, dropped, or replaced. Its table is derived from NFKC,
 * case folding and general categories (§7), and so is this; what it excepts by name is excepted
 * here by name.
 */
final class IdnaMapping {
  /** Kept since IDNA2008, where IDNA2003 replaced or dropped them (§2.3 "deviations"). */
  private static final String DEVIATIONS = "\u00df\u03c2\u200c\u200d";

  private static final int CAPITAL_SHARP_S = 0x1e9e;
  private static final int DOTLESS_I = 0x131; // its capital is I, and yet it is no i
  private static final String IDEOGRAPHIC_STOP = "\u3002";

  private static final String DISALLOWED = "\ufffd";
  private static final String STOPS = "\u3002\uff0e\uff61";

  /** Pairs of the first and the last of a range. */
  private static final int[] IGNORED = {
    0xad, 0xad, 0x34f, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x200b, 0x200b,
    0x2060, 0x2064, 0x206a, 0x206f, 0x3164, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xfeff, 0xffa0, 0xffa0,
    0x1bca0, 0x1bca3, 0x1d173, 0x1d17a, 0xe0100, 0xe01ef
  };

  private IdnaMapping() {}

  /** The name mapped and composed. */
  static String map(String name) {
    var out = new StringBuilder(name.length());
    name.codePoints().forEach(c -> out.append(map(c)));
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /** Whether the mapping leaves it as it is, and it may stand in a name. */
  static boolean isValid(int c) {
    return !isDisallowed(c) && map(c).equals(Character.toString(c));
  }

  private static String map(int c) {
    if (c < 0x80) return Character.toString(Character.toLowerCase(c));
    if (isIgnored(c)) return "";
    if (DEVIATIONS.indexOf(c) >= 0) return Character.toString(c);
    if (c == CAPITAL_SHARP_S) return "\u00df";
    String compatible = nfkc(Character.toString(c));
    var folded = new StringBuilder();
    compatible.codePoints().forEach(each -> folded.append(fold(each)));
    String mapped = nfkc(folded.toString()).replace(IDEOGRAPHIC_STOP, ".");
    // A dot inside another sign is no separator of labels: the sign stays, and is refused.
    boolean hiddenDot = mapped.indexOf('.') >= 0 && STOPS.indexOf(c) < 0;
    return hiddenDot ? DISALLOWED : mapped;
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Full case folding: Unicode's own is "lower case of upper case" but for a few. */
  private static String fold(int c) {
    if (c == DOTLESS_I) return Character.toString(c);
    if (isCherokee(c)) return Character.toString(Character.toUpperCase(c));
    String upper = Character.toString(c).toUpperCase(Locale.ROOT);
    var out = new StringBuilder();
    // One by one: Java knows the final sigma, folding does not.
    upper.codePoints().forEach(u -> out.append(Character.toString(u).toLowerCase(Locale.ROOT)));
    return out.toString();
  }

  /** The one script that folds to capitals, which it had first. */
  private static boolean isCherokee(int c) {
    return UnicodeScript.of(c) == UnicodeScript.CHEROKEE;
  }

  /**
   * Without a glyph and without a meaning in names: Default_Ignorable_Code_Point (UAX #44) but for
   * the marks of direction and the tags, which are refused.
   */
  private static boolean isIgnored(int c) {
    for (int i = 0; i < IGNORED.length; i += 2) {
      if (c >= IGNORED[i] && c <= IGNORED[i + 1]) return true;
    }
    return false;
  }

  private static boolean isDisallowed(int c) {
    if (DEVIATIONS.indexOf(c) >= 0) return false;
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> describesIdeographs(c) || c == 0xfffc || c == 0xfffd;
    };
  }

  private static boolean describesIdeographs(int c) {
    return (c >= 0x2ff0 && c <= 0x2fff) || c == 0x31ef;
  }
}
