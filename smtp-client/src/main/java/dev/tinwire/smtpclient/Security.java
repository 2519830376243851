package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;

/** When TLS begins: {@code --tls}. */
enum Security {
  /** After STARTTLS, and never without (RFC 3207). */
  STARTTLS(587),
  /** With the first byte (RFC 8314 §3.3). */
  IMPLICIT(465),
  /** Never. */
  NONE(25);

  private final int port;

  Security(int port) {
    this.port = port;
  }

  /** Where servers listen for it. */
  int port() {
    return port;
  }

  static Security parse(String text) throws Malformed {
    return switch (text) {
      case "starttls" -> STARTTLS;
      case "implicit" -> IMPLICIT;
      case "none" -> NONE;
      default -> throw new Malformed("way of TLS", text, 0, "write starttls, implicit or none");
    };
  }

  /** What a port is for: 465 begins with TLS, all others do not. */
  static Security usualAt(int port) {
    return port == IMPLICIT.port ? IMPLICIT : STARTTLS;
  }
}
