package dev.tinwire.wire.tls;

import dev.tinwire.wire.Endpoint;
import java.time.Instant;

/**
 * A failed handshake put into words for a person. Pure: of the failure (which carries the chain
 * seen, if it was the chain), the peer asked for and the time.
 */
record Diagnosis(Fault fault, String sentence) {
  static Diagnosis of(Throwable failure, Endpoint peer, Instant now) {
    return Causes.find(failure, Distrusted.class)
        .map(refused -> ofChain(refused, peer, now))
        .orElseGet(() -> ofHandshake(failure, peer));
  }

  private static Diagnosis ofChain(Distrusted refused, Endpoint peer, Instant now) {
    var words = new ChainWords(refused.chain(), peer.host(), now);
    return new Diagnosis(refused.fault(), start(peer) + words.about(refused.fault()));
  }

  private static Diagnosis ofHandshake(Throwable failure, Endpoint peer) {
    Fault fault = HandshakeFault.of(failure);
    return new Diagnosis(fault, start(peer) + HandshakeFault.words(fault, failure));
  }

  private static String start(Endpoint peer) {
    return "no TLS with " + peer + ": ";
  }
}
