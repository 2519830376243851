package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;

/** What a value that goes into a header must be, wherever it came from. */
final class HeaderText {
  private HeaderText() {}

  /**
   * Refuses what would end the line and begin another field, or a body (header injection), and half
   * a character, which no encoding has.
   *
   * @param what names the text in errors
   * @param from where the value begins in the text
   */
  static void demandOneLine(String what, String text, int from) throws Malformed {
    for (int i = from; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      if (breaksOut(point)) {
        throw new Malformed(
            what, text, i, "U+%04X cannot stand in a header; it is one line".formatted(point));
      }
    }
  }

  /** Controls, and the line and paragraph ends of Unicode; a tab is white space. */
  private static boolean breaksOut(int point) {
    return (Character.isISOControl(point) && point != '\t')
        || point == 0x2028
        || point == 0x2029
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
