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
  /**
   * Leniency: RFC 1123 knows no underscore, the DNS does (RFC 2181 §11), and containers and Windows
   * hosts are named with it.
   */
  static final char UNDERSCORE = '_';

  /**
   * Leniency: names in other scripts are mapped as in IDNA2003, the one the JDK has, dots of East
   * Asian scripts included (RFC 3490 §3.1). Where IDNA2008 differs (ß, ς, joiners) this gives the
   * older name; whoever means the other one writes its A-label.
   */
  static final String DOTS = ".\u3002\uff0e\uff61";

  private static final int MAX_LABEL = 63;
  private static final int MAX_NAME = 253;

  private final String what;
  private final String text;
  private final int from;
  private final int to;

  private HostName(String what, String text, int from, int to) {
    this.what = what;
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** The canonical form of the name between two offsets. */
  static String parse(String what, String text, int from, int to) throws Malformed {
    return new HostName(what, text, from, to).canonical();
  }

  private String canonical() throws Malformed {
    var name = new StringBuilder();
    String label = "";
    for (int start = from; start < to; ) {
      int end = labelEnd(start);
      label = label(start, end);
      name.append(name.isEmpty() ? "" : ".").append(label);
      if (name.length() > MAX_NAME) throw fault(start, "a name has at most 253 characters");
      start = end + 1;
    }
    if (name.isEmpty()) throw fault(from, "expected a host here");
    // No top level domain is a number (RFC 1123 §2.1): a mistyped or disguised address.
    boolean digit = Decimal.isDigit(label.charAt(0)); // else no need for a regex
    if (digit && label.matches("[0-9]+|0x[0-9a-f]*")) Ipv4Literal.parse(what, text, from, to);
    return name.toString();
  }

  private int labelEnd(int start) {
    int end = start;
    while (end < to && DOTS.indexOf(text.charAt(end)) < 0) end++;
    return end;
  }

  private String label(int start, int end) throws Malformed {
    if (start == end) throw fault(start, "expected a name between the dots");
    int at = start;
    while (at < end && allowed(text.charAt(at))) at++;
    if (at < end && text.charAt(at) < 0x80) throw fault(at, "this character is not for host names");
    String written = text.substring(start, end);
    String label = at == end ? written : toAscii(written, at, end);
    if (label.length() > MAX_LABEL) {
      throw fault(at == end ? start : at, "between dots there are at most 63 characters");
    }
    if (label.startsWith("-") || label.endsWith("-")) {
      throw fault(start, "no part of a name begins or ends with '-'");
    }
    return label.toLowerCase(Locale.ROOT);
  }

  /**
   * The A-label.
   *
   * @param foreign offset of the first character that is not ASCII
   */
  private String toAscii(String label, int foreign, int end) throws Malformed {
    for (int i = foreign; i < end; i++) {
      // Look-alikes of 0-9 would be mapped to them, and what looks like a name be an address.
      if (text.charAt(i) >= 0x80 && Character.isDigit(text.codePointAt(i))) {
        throw fault(i, "digits are 0 to 9");
      }
    }
    try {
      String ascii = IDN.toASCII(label);
      // Mapping can leave nothing, or make dots and slashes out of characters that resemble them.
      if (!ascii.isEmpty() && ascii.chars().allMatch(c -> allowed((char) c))) return ascii;
    } catch (IllegalArgumentException _) {
      // Its words are about the algorithm, not about the name: say our own below.
    }
    throw fault(foreign, "this is not an internationalized name");
  }

  private static boolean allowed(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == UNDERSCORE);
  }

  private Malformed fault(int at, String problem) {
    return new Malformed(what, text, at, problem);
  }
}
