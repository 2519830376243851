package dev.tinwire.wire.tls;

/** What the JDK's TLS takes from system properties only, read when its first class is loaded. */
final class TlsProperties {
  /** RFC 8996: 1.0 and 1.1 must not be used. */
  static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private TlsProperties() {}

  /** Sets what the user has not set otherwise with {@code -D}. */
  static void set() {
    // Without it, a connection cut by somebody in between reads as a proper end: a body that lasts
    // until close would be cut short and nobody the wiser (RFC 8446 §6.1).
    set("com.sun.net.ssl.requireCloseNotify");
    // Renegotiation (TLS 1.2) costs a server ten times what it costs the client that asks for it.
    set("jdk.tls.rejectClientInitiatedRenegotiation");
  }

  private static void set(String property) {
    if (System.getProperty(property) == null) System.setProperty(property, "true");
  }
}
