package dev.tinwire.wire.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocket;

/**
 * Believes a key somebody told us of by other means (RFC 7858 §4.2). Then no authority needs to
 * vouch for it, so only the server's own certificate is looked at; the handshake has proved that
 * the server holds its key.
 */
final class PinTrust extends ServerTrust {
  private final Set<SpkiPin> pins;
  private final InstantSource clock;

  PinTrust(Set<SpkiPin> pins, InstantSource clock) {
    this.pins = pins;
    this.clock = clock;
  }

  @Override
  void verify(List<X509Certificate> chain, String authType, SSLSocket socket)
      throws CertificateException {
    X509Certificate server = chain.getFirst();
    PeerName host = new PeerName(socket.getHandshakeSession().getPeerHost());
    Optional<Fault> fault =
        pins.contains(SpkiPin.of(server.getPublicKey()))
            ? Verdict.against(List.of(server), host, clock.instant())
            : Optional.of(Fault.WRONG_PIN);
    if (fault.isPresent()) throw new Distrusted(fault.get(), chain, null);
  }
}
