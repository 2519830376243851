package dev.tinwire.wire.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes what leads to an authority: the JDK's path validation (RFC 5280 §6), then our own. */
final class AuthorityTrust extends ServerTrust {
  private final X509ExtendedTrustManager authorities;
  private final InstantSource clock;

  AuthorityTrust(X509ExtendedTrustManager authorities, InstantSource clock) {
    this.authorities = authorities;
    this.clock = clock;
  }

  @Override
  void verify(List<X509Certificate> chain, String authType, SSLSocket socket)
      throws CertificateException {
    PeerName host = new PeerName(socket.getHandshakeSession().getPeerHost());
    Instant now = clock.instant();
    try {
      authorities.checkServerTrusted(chain.toArray(X509Certificate[]::new), authType, socket);
    } catch (CertificateException e) {
      throw new Distrusted(Verdict.behind(e, chain, host, now), chain, e);
    }
    Optional<Fault> fault = Verdict.against(chain, host, now);
    if (fault.isPresent()) throw new Distrusted(fault.get(), chain, null);
  }
}
