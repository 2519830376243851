package dev.tinwire.wire.tls;

import java.util.Arrays;
import javax.net.ssl.SSLParameters;

/**
 * What a server of ours agrees to: authenticated ciphers, and keys agreed on over elliptic curves
 * (RFC 9325 §4.2). The JDK goes further for the sake of clients that nobody has any more: block
 * ciphers in CBC mode, which have been broken again and again, and groups of numbers as large as
 * 8192 bits, with which a client makes a server work for next to nothing of its own.
 */
final class ServerStrength {
  /** RFC 8446 §4.2.7 and RFC 8422 §5.1.1, the fastest first. */
  private static final String[] GROUPS = {"x25519", "secp256r1", "secp384r1", "secp521r1", "x448"};

  private ServerStrength() {}

  static void set(SSLParameters parameters) {
    parameters.setNamedGroups(GROUPS);
    parameters.setCipherSuites(
        Arrays.stream(parameters.getCipherSuites())
            .filter(ServerStrength::isStrong)
            .toArray(String[]::new));
  }

  private static boolean isStrong(String suite) {
    boolean authenticated = suite.contains("_GCM_") || suite.contains("_POLY1305_");
    boolean ephemeral = suite.startsWith("TLS_ECDHE_") || !suite.contains("_WITH_"); // 1.3 has none
    return authenticated && ephemeral;
  }
}
