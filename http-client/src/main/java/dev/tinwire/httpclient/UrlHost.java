package dev.tinwire.httpclient;

import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Ipv4Literal;
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
      return switch (literal) {
        case Ipv4Literal four -> four.toString();
        case Ipv6Literal(long high, long low, _) when high == 0 && low >>> 32 == 0xffff ->
            String.format("[::ffff:%x:%x]", low >>> 16 & 0xffff, low & 0xffff);
        case Ipv6Literal six -> "[" + six + "]";
      };
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
