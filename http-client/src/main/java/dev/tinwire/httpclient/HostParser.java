package dev.tinwire.httpclient;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Ipv6Literal;
import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/** Reads the host of a URL (URL Standard §3.5): a name, a number however written, brackets. */
final class HostParser {
  /** §3.1 "forbidden host code point". */
  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

  private final String whole;
  private final String text;

  private HostParser(String whole, String text) {
    this.whole = whole;
    this.text = text;
  }

  /**
   * The host meant.
   *
   * @param whole the URL it is of, for errors
   * @param special whether the scheme has hosts that are names; else it is kept as it is
   */
  static UrlHost parse(String whole, String text, boolean special) throws Malformed {
    var parser = new HostParser(whole, text);
    if (text.startsWith("[")) return parser.ipv6();
    return special ? parser.domain() : parser.opaque();
  }

  private UrlHost ipv6() throws Malformed {
    if (!text.endsWith("]")) throw fault("a closing bracket is missing");
    String inside = text.substring(1, text.length() - 1);
    try {
      // Brackets hold IPv6 alone, and no zone: it means nothing to the server (RFC 9844).
      if (inside.indexOf('%') < 0 && IpLiteral.parse(inside) instanceof Ipv6Literal six) {
        return new UrlHost.Address(six);
      }
    } catch (Malformed e) {
      throw fault(e.problem());
    }
    throw fault("in brackets there is an IPv6 address without a zone");
  }

  private UrlHost opaque() throws Malformed {
    demandAllowed(text, FORBIDDEN);
    return new UrlHost.Opaque(PercentSet.CONTROL.encode(text));
  }

  private UrlHost domain() throws Malformed {
    String name = Idna.toAscii(decoded()).orElseThrow(() -> fault("this is no host name"));
    if (name.isEmpty()) throw fault("a host is missing");
    demandAllowed(name, FORBIDDEN + "%\u007f");
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < 0x20) throw fault("control characters are no host name");
    }
    if (!Ipv4Numbers.endsInNumber(name)) return new UrlHost.Domain(name);
    return Ipv4Numbers.parse(name)
        .<UrlHost>map(UrlHost.Address::new)
        .orElseThrow(() -> fault("ends in a number and is no IPv4 address"));
  }

  private void demandAllowed(String name, String forbidden) throws Malformed {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (forbidden.indexOf(c) >= 0) throw fault("a host has no '" + c + "'");
    }
  }

  /** What is no UTF-8 becomes U+FFFD, and is refused later. */
  private String decoded() {
    return text.indexOf('%') < 0
        ? PercentSet.wellFormed(text)
        : new String(PercentSet.decode(text), StandardCharsets.UTF_8);
  }

  private Malformed fault(String problem) {
    return new Malformed("URL", whole, Math.max(0, whole.indexOf(text)), problem);
  }
}
