package dev.tinwire.http;

/**
 * {@code IPv6address} (RFC 3986 §3.2.2): eight groups of one to four hexadecimal digits, the last
 * two perhaps as an IPv4 address, one run of groups perhaps left out as {@code ::}. Checked by
 * hand, because the JDK takes more than this and would ask a name server about the rest.
 */
final class Ipv6Literal {
  private static final int GROUPS = 8;

  private Ipv6Literal() {}

  static boolean is(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) return groups(text, true) == GROUPS;
    int before = groups(text.substring(0, gap), false);
    int after = groups(text.substring(gap + 2), true);
    // "::" stands for one group at least.
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /** How many groups there are, -1 if something is no group. */
  private static int groups(String text, boolean mayEndAsIpv4) {
    if (text.isEmpty()) return 0;
    String[] parts = text.split(":", -1);
    int count = parts.length;
    if (mayEndAsIpv4 && isIpv4(parts[count - 1])) {
      parts[count - 1] = "0";
      count++;
    }
    for (String part : parts) if (!isGroup(part)) return -1;
    return count;
  }

  private static boolean isGroup(String text) {
    return !text.isEmpty()
        && text.length() <= 4
        && text.chars().allMatch(c -> Octet.isHex((char) c));
  }

  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) return false;
    for (String part : parts) if (!isDecimalOctet(part)) return false;
    return true;
  }

  /** No leading zero: some read it as octal. */
  private static boolean isDecimalOctet(String text) {
    if (text.isEmpty() || text.length() > 3 || (text.length() > 1 && text.startsWith("0"))) {
      return false;
    }
    return text.chars().allMatch(c -> Octet.isDigit((char) c)) && Integer.parseInt(text) <= 255;
  }
}
