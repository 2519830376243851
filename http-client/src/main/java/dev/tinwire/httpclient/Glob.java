package dev.tinwire.httpclient;

/**
 * A pattern of names as shells have it (POSIX.1 §2.14): {@code *} any text, {@code ?} one
 * character, {@code [a-z]} one of these, {@code [!a-z]} none of these, a backslash takes the
 * meaning away. A name that begins with a dot is matched only where the pattern begins with one.
 * Takes time in proportion to pattern times name, never more. Pure.
 */
record Glob(String pattern) {
  private static final String SPECIAL = "*?[\\";

  /** Whether it can match anything but itself. */
  boolean isPattern() {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') i++;
      else if (SPECIAL.indexOf(c) >= 0) return true;
    }
    return false;
  }

  /** The text as a pattern that matches it alone. */
  static String quoted(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) out.append('\\');
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  boolean matches(String name) {
    if (name.startsWith(".") && !pattern.startsWith(".")) return false;
    int p = 0;
    int n = 0;
    int star = -1;
    int from = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = n;
        continue;
      }
      int end = p < pattern.length() ? one(p, name.charAt(n)) : -1;
      if (end >= 0) {
        p = end;
        n++;
      } else if (star >= 0) { // the last star takes one more; those before it have enough
        p = star + 1;
        n = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') p++;
    return p == pattern.length();
  }

  /** Where the pattern goes on if what stands at {@code p} takes the character, else -1. */
  private int one(int p, char c) {
    return switch (pattern.charAt(p)) {
      case '?' -> p + 1;
      case '[' -> set(p, c);
      case '\\' -> {
        boolean last = p + 1 == pattern.length();
        yield last ? same(p, c) : same(p + 1, c);
      }
      default -> same(p, c);
    };
  }

  private int same(int p, char c) {
    return pattern.charAt(p) == c ? p + 1 : -1;
  }

  private int set(int p, char c) {
    boolean not = p + 1 < pattern.length() && "!^".indexOf(pattern.charAt(p + 1)) >= 0;
    int from = p + (not ? 2 : 1);
    int end = pattern.indexOf(']', from + 1); // one that comes first is a member
    if (end < 0) return same(p, c); // not closed: an ordinary bracket
    boolean in = false;
    for (int i = from; i < end; i++) {
      boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
      char upper = pattern.charAt(range ? i + 2 : i);
      in |= c >= pattern.charAt(i) && c <= upper;
      if (range) i += 2;
    }
    return in == not ? -1 : end + 1;
  }
}
