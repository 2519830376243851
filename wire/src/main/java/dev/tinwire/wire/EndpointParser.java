package dev.tinwire.wire;

/**
 * Takes {@code HOST[:PORT]} apart. What people paste instead (addresses of pages, user@host) is
 * refused with a word on what to leave out.
 *
 * <pre>
 * endpoint = host [ ":" port ] / IPv6address        ; the latter without brackets and port
 * host     = name / IPv4address / "[" IPv6address "]"
 * port     = 1*5DIGIT                               ; no sign, no leading zero
 * </pre>
 */
final class EndpointParser {
  private static final String WHAT = "address";
  private static final int MAX_LENGTH = 1000;

  private final String text;
  private final int lowestPort;

  EndpointParser(String text, int lowestPort) {
    this.text = text;
    this.lowestPort = lowestPort;
  }

  /** The canonical form of a host without brackets and port. */
  static String host(String text) throws Malformed {
    return text.indexOf(':') >= 0
        ? Ipv6Literal.parse(WHAT, text, 0, text.length()).toString()
        : nameOrIpv4(text, text.length());
  }

  Endpoint parse(int defaultPort) throws Malformed {
    checkCharacters();
    if (text.startsWith("[")) return bracketed(defaultPort);
    int colon = text.indexOf(':');
    if (colon < 0) return new Endpoint(nameOrIpv4(text, text.length()), defaultPort);
    if (text.indexOf(':', colon + 1) >= 0) return bare(defaultPort);
    return new Endpoint(nameOrIpv4(text, colon), port(colon + 1));
  }

  private void checkCharacters() throws Malformed {
    if (text.length() > MAX_LENGTH) throw fault(MAX_LENGTH, "is too long");
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      throw fault(0, "only HOST[:PORT], without " + Visible.cut(text.substring(0, scheme + 3), 20));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@') throw fault(i, "only HOST[:PORT], without a user");
      if ("/?#\\".indexOf(c) >= 0) throw fault(i, "only HOST[:PORT], without a path");
      if (Character.isISOControl(c)) throw fault(i, "has a control character");
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) throw fault(i, "has a blank");
    }
  }

  private Endpoint bracketed(int defaultPort) throws Malformed {
    int close = text.indexOf(']');
    if (close < 0) throw fault(text.length(), "expected ']' here");
    if (!text.substring(1, close).contains(":")) throw fault(1, "brackets are for IPv6 addresses");
    String host = Ipv6Literal.parse(WHAT, text, 1, close).toString();
    if (close == text.length() - 1) return new Endpoint(host, defaultPort);
    if (text.charAt(close + 1) != ':') throw fault(close + 1, "expected ':' and a port here");
    return new Endpoint(host, port(close + 2));
  }

  private Endpoint bare(int defaultPort) throws Malformed {
    try {
      return new Endpoint(Ipv6Literal.parse(WHAT, text, 0, text.length()).toString(), defaultPort);
    } catch (Malformed e) {
      throw fault(e.at(), e.problem() + "; an IPv6 address with a port is written [::1]:80");
    }
  }

  private static String nameOrIpv4(String text, int end) throws Malformed {
    return isNumbers(text, end)
        ? Ipv4Literal.parse(WHAT, text, 0, end).toString()
        : HostName.parse(WHAT, text, 0, end);
  }

  /** Digits and dots alone, a digit first. By hand: every address of every run passes here. */
  private static boolean isNumbers(String text, int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Decimal.isDigit(c) && (c != '.' || i == 0)) return false;
    }
    return end > 0;
  }

  private int port(int from) throws Malformed {
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      if (!Decimal.isDigit(text.charAt(i))) throw fault(i, "a port is a number");
      port = port * 10 + text.charAt(i) - '0';
      if (port > 0xffff) throw fault(from, "a port is at most 65535");
      if (i > from && text.charAt(from) == '0') throw fault(from, "a port has no leading zero");
    }
    if (from == text.length()) throw fault(from, "expected a port after the colon");
    if (port < lowestPort) throw fault(from, "a port is at least " + lowestPort);
    return port;
  }

  private Malformed fault(int at, String problem) {
    return new Malformed(WHAT, text, at, problem);
  }
}
