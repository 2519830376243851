package dev.tinwire.wire.tls;

import java.util.List;
import java.util.Optional;

/**
 * Which groups a client offers for the key exchange (RFC 8446 §4.2.7).
 *
 * <p>The JDK makes a key for the first group of each of two kinds, so that any list with P-256 in
 * it costs one of those, whatever the order. Measured on JDK 25, CPU of a whole one-shot process:
 * 430 ms with x25519 alone and 530 with all, against an RSA certificate; no difference against a
 * P-256 one, whose signature needs the same classes.
 */
enum KeyShares {
  /**
   * x25519 alone. Peers without it refuse ({@link Fault#mayBeTheGroups}), and so does a TLS 1.2
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
