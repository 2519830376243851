package dev.tinwire.wire;

import java.net.IDN;
import java.util.Locale;

/**
 * Host names (RFC 1123 §2.1): labels of letters, digits and hyphens with dots between them, 63
 * characters a label, 253 in all. Labels in other scripts become A-labels ({@code xn--…}, RFC
 * 5890), everything becomes lower case, and the dot of an absolute name is dropped: certificates,
 * SNI and Host fields know names without it.
 */
final class HostName {
  private static final int MAX_LABEL = 63;
  private static final int MAX_NAME = 253;

  /**
   * Leniency: RFC 1123 knows no underscore, the DNS does (RFC 2181 §11), and containers and Windows
   * hosts are named with it.
   */
  static final char UNDERSCORE = '_';

  /**
   * Leniency: the mapping is IDNA2003 (RFC 3490), the one the JDK has. Where IDNA2008 differs (ß,
   * ς, joiners) it gives the older name; whoever means the other one writes the A-label.
   */
  static final String DOTS = ".\u3002\uff0e\uff61"; // RFC 3490 §3.1

  private HostName() {}

  /** The canonical name. */
  static String parse(String what, String text, int from, int to) throws Malformed {
    var name = new StringBuilder();
    int at = from;
    String label = "";
    while (at < to) {
      int end = labelEnd(text, at, to);
      label = label(what, text, at, end);
      if (!name.isEmpty()) name.append('.');
      name.append(label);
      if (name.length() > MAX_NAME) {
        throw new Malformed(what, text, at, "a name has at most 253 characters");
      }
      at = end + 1;
    }
    if (name.isEmpty()) throw new Malformed(what, text, from, "expected a host here");
    // RFC 1123 §2.1: no top level domain is a number, so this is a mistyped or disguised address.
    if (label.matches("[0-9]+|0x[0-9a-f]*")) Ipv4Literal.parse(what, text, from, to);
    return name.toString();
  }

  private static int labelEnd(String text, int from, int to) {
    int end = from;
    while (end < to && DOTS.indexOf(text.charAt(end)) < 0) end++;
    return end;
  }

  private static String label(String what, String text, int from, int to) throws Malformed {
    if (from == to) throw new Malformed(what, text, from, "expected a name between the dots");
    int foreign = from;
    while (foreign < to && text.charAt(foreign) < 0x80) foreign++;
    if (foreign == to) {
      int bad = from;
      while (bad < to && allowed(text.charAt(bad))) bad++;
      if (bad < to) throw new Malformed(what, text, bad, "this character is not for host names");
      return checked(what, text, from, text.substring(from, to).toLowerCase(Locale.ROOT));
    }
    for (int i = foreign; i < to; i++) {
      // Look-alikes of 0-9 would be mapped to them, and what looks like a name be an address.
      if (text.charAt(i) >= 0x80 && Character.isDigit(text.codePointAt(i))) {
        throw new Malformed(what, text, i, "digits are 0 to 9");
      }
    }
    return checked(what, text, foreign, toAscii(what, text, from, to, foreign));
  }

  private static String toAscii(String what, String text, int from, int to, int foreign)
      throws Malformed {
    try {
      return IDN.toASCII(text.substring(from, to)).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) { // its words are about the algorithm, not the name
      throw new Malformed(what, text, foreign, "this is not an internationalized name");
    }
  }

  private static String checked(String what, String text, int at, String label) throws Malformed {
    if (label.isEmpty() || !label.chars().allMatch(c -> allowed((char) c))) {
      throw new Malformed(what, text, at, "this is not an internationalized name");
    }
    if (label.length() > MAX_LABEL) {
      throw new Malformed(what, text, at, "between dots there are at most 63 characters");
    }
    if (label.startsWith("-") || label.endsWith("-")) {
      throw new Malformed(what, text, at, "no part of a name begins or ends with '-'");
    }
    return label;
  }

  private static boolean allowed(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == UNDERSCORE);
  }
}
