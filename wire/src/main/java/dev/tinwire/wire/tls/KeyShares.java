package dev.tinwire.wire.tls;

import java.util.List;
import java.util.Optional;

/**
 * Which groups a client offers for the key exchange (RFC 8446 §4.2.7).
 *
 * <p>The JDK makes a key for the first group of each kind it offers, and its first P-256 key costs
 * a starting JVM far more than the rest of the handshake's arithmetic. No order of the list avoids
 * that; only leaving the other kinds out does. Measured, CPU of a whole one-shot process: 430 ms
 * instead of 530 against an RSA certificate, no difference against P-256 (its signature is checked
 * with the same classes).
 */
enum KeyShares {
  /**
   * x25519 alone. Peers without it refuse ({@link Fault#NOTHING_IN_COMMON}), and so does a TLS 1.2
   * peer whose certificate has a key on another curve (RFC 8422 §5.1). Then connect again and offer
   * {@link #FULL}; a refused handshake cannot go on.
   */
  FAST,
  /** All the JDK has. */
  FULL;

  /** The names for SSLParameters, empty for the JDK's own choice. */
  Optional<List<String>> namedGroups() {
    return switch (this) {
      case FAST -> Optional.of(List.of("x25519"));
      case FULL -> Optional.empty();
    };
  }
}
