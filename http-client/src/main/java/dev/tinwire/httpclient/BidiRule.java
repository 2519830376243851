package dev.tinwire.httpclient;

/**
 * The Bidi Rule (RFC 5893 §2): in a name with any right-to-left label, every label keeps its own
 * order, so that the name is read as it is written.
 */
final class BidiRule {
  private static final int L = bit(Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  private static final int R = bit(Character.DIRECTIONALITY_RIGHT_TO_LEFT);
  private static final int AL = bit(Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  private static final int AN = bit(Character.DIRECTIONALITY_ARABIC_NUMBER);
  private static final int EN = bit(Character.DIRECTIONALITY_EUROPEAN_NUMBER);
  private static final int NSM = bit(Character.DIRECTIONALITY_NONSPACING_MARK);
  private static final int OTHERS =
      bit(Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR)
          | bit(Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR)
          | bit(Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR)
          | bit(Character.DIRECTIONALITY_OTHER_NEUTRALS)
          | bit(Character.DIRECTIONALITY_BOUNDARY_NEUTRAL)
          | NSM;

  private BidiRule() {}

  static boolean isRightToLeft(String label) {
    return label.codePoints().anyMatch(c -> is(c, R | AL | AN));
  }

  static boolean holds(String label) {
    if (label.isEmpty()) return true;
    int first = label.codePointAt(0);
    if (is(first, R | AL)) {
      boolean bothNumbers = has(label, EN) && has(label, AN); // condition 4
      return only(label, R | AL | AN | EN | OTHERS)
          && endsIn(label, R | AL | EN | AN)
          && !bothNumbers;
    }
    return is(first, L) && only(label, L | EN | OTHERS) && endsIn(label, L | EN);
  }

  /** Marks behind the last one do not count (conditions 3 and 6). */
  private static boolean endsIn(String label, int classes) {
    int end = label.length();
    while (end > 0 && is(label.codePointBefore(end), NSM)) {
      end -= Character.charCount(label.codePointBefore(end));
    }
    return end > 0 && is(label.codePointBefore(end), classes);
  }

  private static boolean only(String label, int classes) {
    return label.codePoints().allMatch(c -> is(c, classes));
  }

  private static boolean has(String label, int classes) {
    return label.codePoints().anyMatch(c -> is(c, classes));
  }

  private static boolean is(int c, int classes) {
    return (bit(Character.getDirectionality(c)) & classes) != 0;
  }

  private static int bit(byte directionality) {
    return directionality < 0 ? 0 : 1 << directionality;
  }
}
