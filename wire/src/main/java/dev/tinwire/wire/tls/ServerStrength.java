package dev.tinwire.wire.tls;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

  /**
   * Of the ciphers that are good enough the fastest comes first, as in a browser's offer: ten
   * rounds of AES, not fourteen. A server's order decides, and what many clients put first is their
   * library's longest key.
   */
  private static final List<String> CIPHERS =
      List.of("_AES_128_GCM_", "_AES_256_GCM_", "_CHACHA20_POLY1305_");

  private ServerStrength() {}

  static void set(SSLParameters parameters) {
    parameters.setNamedGroups(GROUPS);
    parameters.setCipherSuites(
        Arrays.stream(parameters.getCipherSuites())
            .filter(ServerStrength::isStrong)
            .sorted(Comparator.comparingInt(ServerStrength::place))
            .toArray(String[]::new));
  }

  private static boolean isStrong(String suite) {
    boolean ephemeral = suite.startsWith("TLS_ECDHE_") || !suite.contains("_WITH_"); // 1.3 has none
    return ephemeral && place(suite) < CIPHERS.size();
  }

  private static int place(String suite) {
    int place = 0;
    while (place < CIPHERS.size() && !suite.contains(CIPHERS.get(place))) place++;
    return place;
  }
}
