package dev.tinwire.wire;

import java.util.Locale;
import java.util.Optional;

/**
 * A proxy as users write it: {@code [SCHEME://][USER[:PASSWORD]@]HOST[:PORT][/]}.
 *
 * @param login its password is never printed, not even when the text is refused
 */
public record Proxy(Kind kind, Endpoint endpoint, Optional<Login> login) {
  /** How to ask it. */
  public enum Kind {
    /** CONNECT over HTTP, which is also what no scheme at all means, as for curl. */
    HTTP("http", 80),
    /** SOCKS5 with an address: names are looked up here. */
    SOCKS5("socks5", 1080),
    /** SOCKS5 with a name: the proxy looks it up. */
    SOCKS5H("socks5h", 1080);

    private final String scheme;
    private final int port;

    Kind(String scheme, int port) {
      this.scheme = scheme;
      this.port = port;
    }
  }

  /** Reads a proxy; the error shows the text without what stands before the {@code @}. */
  public static Proxy parse(String text) throws Malformed {
    return parse("proxy", text);
  }

  /**
   * Reads a proxy.
   *
   * @param what the option or variable it comes from
   */
  static Proxy parse(String what, String text) throws Malformed {
    int scheme = schemeEnd(text);
    int authority = scheme < 0 ? 0 : scheme + 3;
    int at = text.lastIndexOf('@');
    int host = at < authority ? authority : at + 1;
    // Everything up to the last @ may be the password of somebody who did not encode it.
    String shown =
        host == authority ? text : text.substring(0, authority) + "***@" + text.substring(host);
    int shownHost = host == authority ? authority : authority + 4;

    Kind kind = scheme < 0 ? Kind.HTTP : kind(what, shown, text.substring(0, scheme));
    Optional<Login> login = Optional.empty();
    if (host > authority) {
      login = Optional.of(login(what, shown, authority, kind, text.substring(authority, at)));
    }
    return new Proxy(kind, endpoint(what, shown, shownHost, kind), login);
  }

  /** Where "://" is, if nothing but a scheme is before it; or -1. */
  private static int schemeEnd(String text) {
    int end = text.indexOf("://");
    return end >= 0 && text.chars().limit(end).allMatch(Proxy::isOfScheme) ? end : -1;
  }

  /** RFC 3986 §3.1. */
  private static boolean isOfScheme(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "+-.".indexOf(c) >= 0;
  }

  private static Kind kind(String what, String shown, String scheme) throws Malformed {
    for (Kind kind : Kind.values()) {
      if (kind.scheme.equals(scheme.toLowerCase(Locale.ROOT))) return kind;
    }
    throw new Malformed(what, shown, 0, "expected http://, socks5:// or socks5h://");
  }

  private static Login login(String what, String shown, int at, Kind kind, String userinfo)
      throws Malformed {
    try {
      return UserInfo.parse(userinfo, kind);
    } catch (Malformed e) {
      throw new Malformed(what, shown, at, e.problem());
    }
  }

  private static Endpoint endpoint(String what, String shown, int from, Kind kind)
      throws Malformed {
    int slash = shown.indexOf('/', from);
    if (slash >= 0 && slash < shown.length() - 1) {
      throw new Malformed(what, shown, slash + 1, "a proxy has no path");
    }
    try {
      String host = shown.substring(from, slash < 0 ? shown.length() : slash);
      return Endpoint.parse(host, kind.port);
    } catch (Malformed e) {
      throw new Malformed(what, shown, from + e.at(), e.problem());
    }
  }

  /** As it was written, the password replaced. */
  @Override
  public String toString() {
    return kind.scheme
        + "://"
        + login.map(l -> UserInfo.print(l.user()) + ":***@").orElse("")
        + endpoint;
  }
}
