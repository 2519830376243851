package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What stands between the slashes: {@code user:password@host:port} (URL Standard §4.4). */
record Authority(String username, String password, UrlHost host, OptionalInt port) {
  private record Known(String scheme, String text, Authority authority) {}

  /** The one read last: most runs go to one place. */
  private static volatile @Nullable Known known;

  /**
   * Reads it.
   *
   * @param whole the URL it is of, for errors
   */
  static Authority parse(String whole, String scheme, String text) throws Malformed {
    Known last = known;
    if (last != null && last.text.equals(text) && last.scheme.equals(scheme)) return last.authority;
    Authority read = read(whole, scheme, text);
    // What has a password in it is not kept.
    if (text.indexOf('@') < 0) known = new Known(scheme, text, read);
    return read;
  }

  private static Authority read(String whole, String scheme, String text) throws Malformed {
    int at = text.lastIndexOf('@'); // an @ before it belongs to the password
    String credentials = at < 0 ? "" : text.substring(0, at);
    String hostPort = text.substring(at + 1);
    if (at >= 0 && hostPort.isEmpty()) throw fault(whole, text, "has credentials and no host");
    int colon = credentials.indexOf(':');
    String username = colon < 0 ? credentials : credentials.substring(0, colon);
    String password = colon < 0 ? "" : credentials.substring(colon + 1);
    int portColon = portColon(hostPort);
    String name = portColon < 0 ? hostPort : hostPort.substring(0, portColon);
    return new Authority(
        PercentSet.USERINFO.encode(username),
        PercentSet.USERINFO.encode(password),
        host(whole, scheme, name, portColon >= 0),
        portColon < 0 ? OptionalInt.empty() : port(whole, scheme, hostPort, portColon + 1));
  }

  /** The first colon that is not in brackets. */
  private static int portColon(String text) {
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' && !inside) return i;
      if (c == '[') inside = true;
      if (c == ']') inside = false;
    }
    return -1;
  }

  private static UrlHost host(String whole, String scheme, String name, boolean portFollows)
      throws Malformed {
    boolean special = Schemes.isSpecial(scheme);
    if (name.isEmpty() && (special || portFollows)) throw fault(whole, "", "a host is missing");
    return name.isEmpty() ? new UrlHost.Empty() : HostParser.parse(whole, name, special);
  }

  private static OptionalInt port(String whole, String scheme, String text, int from)
      throws Malformed {
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') throw fault(whole, text.substring(i), "a port is a number");
      port = port * 10 + c - '0';
      if (port > 0xffff) throw fault(whole, text.substring(from), "ports end at 65535");
    }
    if (from == text.length()) return OptionalInt.empty();
    var usual = Schemes.defaultPort(scheme);
    return usual.equals(OptionalInt.of(port)) ? OptionalInt.empty() : OptionalInt.of(port);
  }

  private static Malformed fault(String whole, String piece, String problem) {
    return new Malformed("URL", whole, Math.max(0, whole.indexOf(piece)), problem);
  }
}
