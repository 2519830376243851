package dev.tinwire.http;

import java.util.List;

/**
 * {@code #element}: values between commas, empty ones ignored (RFC 9110 §5.6.1). A comma inside a
 * quoted string is no separator, nor is a quotation mark behind a backslash its end (§5.6.4).
 */
final class FieldList {
  private FieldList() {}

  /**
   * Adds the elements of a value, which has no blanks around it. Never fails: where a quoted string
   * has no end, the rest is one element, and its own grammar will refuse it.
   */
  static void split(String value, List<String> elements) {
    if (value.indexOf(',') < 0) { // nearly always
      if (!value.isEmpty()) elements.add(value);
      return;
    }
    int from = 0;
    while (from <= value.length()) {
      int to = endOfElement(value, from);
      String element = Octet.withoutBlanks(value, from, to);
      if (!element.isEmpty()) elements.add(element);
      from = to + 1;
    }
  }

  private static int endOfElement(String value, int from) {
    boolean quoted = false;
    for (int i = from; i < value.length(); i++) {
      switch (value.charAt(i)) {
        case '"' -> quoted = !quoted;
        case '\\' -> i += quoted ? 1 : 0;
        case ',' -> {
          if (!quoted) return i;
        }
        default -> {}
      }
    }
    return value.length();
  }
}
