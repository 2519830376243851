package dev.tinwire.httpserver;

import java.util.Comparator;

/**
 * Names as people order them: whatever their case, and {@code track 9} before {@code track 10}.
 * Names that differ only in case or in leading zeros still have an order, so no two are equal.
 *
 * <p>A name is taken as a sequence of numbers and letters. A run of ASCII digits is a number of any
 * length; no letter lies between the digits, so numbers and letters have one order together.
 */
enum NaturalOrder implements Comparator<String> {
  NATURAL;

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int p = a.codePointAt(i);
      int q = b.codePointAt(j);
      if (isDigit(p) && isDigit(q)) {
        int m = digitsEnd(a, i);
        int n = digitsEnd(b, j);
        int order = compareNumbers(a, i, m, b, j, n);
        if (order != 0) return order;
        i = m;
        j = n;
      } else {
        int order = Integer.compare(folded(p), folded(q));
        if (order != 0) return order;
        i += Character.charCount(p);
        j += Character.charCount(q);
      }
    }
    int order = Boolean.compare(i < a.length(), j < b.length());
    return order != 0 ? order : a.compareTo(b);
  }

  /** By length without leading zeros, then digit by digit: no number is too long. */
  private static int compareNumbers(String a, int from, int to, String b, int start, int end) {
    int i = withoutZeros(a, from, to);
    int j = withoutZeros(b, start, end);
    int order = Integer.compare(to - i, end - j);
    while (order == 0 && i < to) order = Character.compare(a.charAt(i++), b.charAt(j++));
    return order;
  }

  private static int withoutZeros(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) == '0') i++;
    return i;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) i++;
    return i;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Both ways, as {@link String#compareToIgnoreCase}: some letters meet only in one of the two. */
  private static int folded(int c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c; // nearly always
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
