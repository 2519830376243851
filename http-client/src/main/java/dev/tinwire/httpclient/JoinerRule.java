package dev.tinwire.httpclient;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * Where the two joiners, which nobody sees, may stand (RFC 5892 appendix A.1, A.2): behind a sign
 * that silences a vowel, and the non-joiner also between two letters that would join.
 */
final class JoinerRule {
  private static final int NON_JOINER = 0x200c;
  private static final int JOINER = 0x200d;

  /** Arabic letters that join to the one before them only; all others join both ways. */
  private static final String RIGHT_JOINING =
      "\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648"
          + "\u0671\u0672\u0673\u0675\u0676\u0677\u0688\u0689\u068a\u068b\u068c\u068d\u068e\u068f"
          + "\u0690\u0691\u0692\u0693\u0694\u0695\u0696\u0697\u0698\u0699\u06c0\u06c3\u06c4\u06c5"
          + "\u06c6\u06c7\u06c8\u06c9\u06ca\u06cb\u06cd\u06cf\u06d2\u06d3\u06d5\u06ee\u06ef";

  private JoinerRule() {}

  static boolean holds(String label) {
    int[] points = label.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      boolean silenced = i > 0 && isVirama(points[i - 1]);
      if (points[i] == JOINER && !silenced) return false;
      if (points[i] == NON_JOINER && !silenced && !divides(points, i)) return false;
    }
    return true;
  }

  private static boolean divides(int[] points, int at) {
    int before = at - 1;
    while (before >= 0 && isTransparent(points[before])) before--;
    int after = at + 1;
    while (after < points.length && isTransparent(points[after])) after++;
    return before >= 0
        && after < points.length
        && joinsToNext(points[before])
        && isCursive(points[after]);
  }

  private static boolean joinsToNext(int c) {
    return isCursive(c) && RIGHT_JOINING.indexOf(c) < 0;
  }

  /** The hamza joins to nothing. */
  private static boolean isCursive(int c) {
    return Character.isLetter(c)
        && c != 0x621
        && switch (UnicodeScript.of(c)) {
          case ARABIC, SYRIAC, NKO, MONGOLIAN, PHAGS_PA, MANDAIC, MANICHAEAN, ADLAM -> true;
          default -> false;
        };
  }

  private static boolean isTransparent(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      case Character.FORMAT -> c != NON_JOINER && c != JOINER;
      default -> false;
    };
  }

  /**
   * Combining class 9. The JDK does not tell classes, but orders by them: such a mark goes behind
   * one of class 8 and before one of class 10.
   */
  static boolean isVirama(int c) {
    if (Character.getType(c) != Character.NON_SPACING_MARK
        && Character.getType(c) != Character.COMBINING_SPACING_MARK) return false;
    String mark = Character.toString(c);
    return nfd(mark + "\u3099").equals("\u3099" + mark)
        && nfd("\u05b0" + mark).equals(mark + "\u05b0");
  }

  private static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
