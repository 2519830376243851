package dev.tinwire.wire.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes what leads to an authority: the JDK's path validation (RFC 5280 §6), then our own. */
final class AuthorityTrust extends ServerTrust {
  private final X509ExtendedTrustManager authorities;
  private final InstantSource clock;
  private final boolean everybodys;

  /**
   * Trust in these.
   *
   * @param everybodys they are the public ones, which give certificates to anybody
   */
  AuthorityTrust(X509ExtendedTrustManager authorities, InstantSource clock, boolean everybodys) {
    this.authorities = authorities;
    this.clock = clock;
    this.everybodys = everybodys;
  }

  @Override
  void verify(List<X509Certificate> chain, String authType, SSLSocket socket)
      throws CertificateException {
    PeerName host = new PeerName(socket.getHandshakeSession().getPeerHost());
    Instant now = clock.instant();
    if (everybodys && !host.isSpelledOutIn(CertificateNames.of(chain.getFirst()))) {
      letTheJdkCheckTheName(socket);
    }
    try {
      authorities.checkServerTrusted(chain.toArray(X509Certificate[]::new), authType, socket);
    } catch (CertificateException e) {
      throw new Distrusted(Verdict.behind(e, chain, host, now), chain, e);
    }
    Optional<Fault> fault = Verdict.against(chain, host, now);
    if (fault.isPresent()) throw new Distrusted(fault.get(), chain, null);
  }

  /**
   * Our own verdict looks at the name in any case (RFC 9525). The JDK knows besides under which
   * domains anybody may register, where a wildcard of a public authority means nothing. To find out
   * whether an authority is one of those it reads all of them once more, while the handshake waits:
   * so it is asked only where no name without a wildcard fits.
   */
  private static void letTheJdkCheckTheName(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
  }
}
