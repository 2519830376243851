package dev.tinwire.wire.terminal;

/**
 * How many columns a text takes on a terminal: none for marks that combine with what stands before
 * them, two for East Asian wide characters and emoji (UAX #11, UTS #51), one for the rest.
 *
 * <p>Terminals disagree about joined emoji; those never come here, since {@code Visible} shows a
 * joiner as an escape. Public because tools lay out names too.
 */
public final class DisplayWidth {
  /** Pairs of first and last code point of what UAX #11 calls wide or fullwidth, emoji left out. */
  private static final int[] WIDE = {
    0x1100, 0x115f, // Hangul Jamo, leading consonants
    0x2e80, 0x303e, // CJK radicals, punctuation
    0x3041, 0x33ff, // Kana, Bopomofo, compatibility Jamo, enclosed CJK
    0x3400, 0x4dbf, // CJK extension A
    0x4e00, 0xa4cf, // CJK, Yi
    0xa960, 0xa97f, // Hangul Jamo extended A
    0xac00, 0xd7a3, // Hangul syllables
    0xf900, 0xfaff, // CJK compatibility ideographs
    0xfe10, 0xfe19, // vertical forms
    0xfe30, 0xfe6f, // CJK compatibility forms, small forms
    0xff01, 0xff60, // fullwidth forms
    0xffe0, 0xffe6, // fullwidth signs
    0x16fe0, 0x18cff, // Tangut, Khitan
    0x1aff0, 0x1b2ff, // Kana supplements, Nushu
    0x1f200, 0x1f265, // enclosed ideographs
    0x20000, 0x3fffd, // CJK extensions B and on
  };

  private DisplayWidth() {}

  /** The columns of a whole text. */
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  static int of(int point) {
    if (point < 0x300) return point < ' ' || (point >= 0x7f && point < 0xa0) ? 0 : 1;
    if (combines(point)) return 0;
    return wide(point) ? 2 : 1;
  }

  /** The text if it fits, or else as much of its start as fits together with the ellipsis. */
  static String cut(String text, int columns, String ellipsis) {
    if (of(text) <= columns) return text;
    int room = Math.max(0, columns - ellipsis.length());
    int end = 0;
    for (int used = 0; end < text.length(); ) {
      int point = text.codePointAt(end);
      used += of(point);
      if (used > room) break;
      end += Character.charCount(point);
    }
    return text.substring(0, end) + ellipsis.substring(0, Math.min(columns, ellipsis.length()));
  }

  /** The blanks that fill a text up to a width; none where it is wide enough. */
  public static String gap(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text)));
  }

  private static boolean combines(int point) {
    if (point >= 0x1160 && point <= 0x11ff) return true; // Jamo vowels and trailing consonants
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static boolean wide(int point) {
    // Two regional indicators make one flag of two columns, so each counts as one.
    if (point >= 0x1f1e6 && point <= 0x1f1ff) return false;
    if (Character.isEmojiPresentation(point)) return true;
    for (int i = 0; i < WIDE.length; i += 2) {
      if (point >= WIDE[i] && point <= WIDE[i + 1]) return true;
    }
    return false;
  }
}
