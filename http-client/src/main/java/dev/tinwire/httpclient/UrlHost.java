package dev.tinwire.httpclient;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Ipv6Literal;

/** The host of a URL (URL Standard §3.1), as it stands there. */
public sealed interface UrlHost {
  /** A name for the DNS: ASCII, lower case, other scripts as A-labels. */
  record Domain(String name) implements UrlHost {
    @Override
    public String toString() {
      return name;
    }
  }

  /** An address, however it was written: {@code 0x7f.1} is 127.0.0.1. */
  record Address(IpLiteral literal) implements UrlHost {
    /** Not RFC 5952's dotted tail for mapped addresses: the standard has hexadecimal throughout. */
    @Override
    public String toString() {
      // No pattern switch where every start passes: linking one costs some 5 ms.
      if (!(literal instanceof Ipv6Literal six)) return literal.toString();
      boolean mapped = six.high() == 0 && six.low() >>> 32 == 0xffff;
      if (!mapped) return "[" + six + "]";
      return String.format("[::ffff:%x:%x]", six.low() >>> 16 & 0xffff, six.low() & 0xffff);
    }
  }

  /** Of a scheme that is not the web's: its own business, only kept printable. */
  record Opaque(String text) implements UrlHost {
    @Override
    public String toString() {
      return text;
    }
  }

  /** As in {@code file:///etc/hosts}. */
  record Empty() implements UrlHost {
    @Override
    public String toString() {
      return "";
    }
  }
}
