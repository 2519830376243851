package dev.tinwire.wire.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JDK's SSLContext out of our values. No key store in between: that would encrypt what
 * lies in memory anyway, at 45 ms a start.
 */
final class Contexts {
  private Contexts() {}

  static SSLContext client(TlsOptions options, InstantSource clock) throws IOException {
    try {
      return context(options.credential(), trust(options.trust(), clock));
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  static SSLContext server(Credential credential) {
    try {
      return context(Optional.of(credential), new NoTrust()); // asked for by no one
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static SSLContext context(Optional<Credential> credential, ServerTrust trust)
      throws GeneralSecurityException {
    var keys = credential.map(c -> new KeyManager[] {new OneCredential(c)});
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.orElse(null), new TrustManager[] {trust}, null);
    return context;
  }

  /** No pattern switch, here and in {@link Verdict}: linking one costs a start some 8 ms. */
  private static ServerTrust trust(Trust trust, InstantSource clock)
      throws IOException, GeneralSecurityException {
    if (trust instanceof Trust.Authorities(List<Path> files)) {
      return new AuthorityTrust(authorities(files), clock, false);
    }
    if (trust instanceof Trust.Pinned(Set<SpkiPin> pins)) return new PinTrust(pins, clock);
    if (trust instanceof Trust.Insecure) return new NoTrust();
    return new AuthorityTrust(system(), clock, true);
  }

  private static X509ExtendedTrustManager system() throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    @Nullable KeyStore ofTheJdk = null;
    factory.init(ofTheJdk);
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  private static X509ExtendedTrustManager authorities(List<Path> files)
      throws IOException, GeneralSecurityException {
    var anchors = new LinkedHashSet<TrustAnchor>();
    for (Path file : files) {
      for (X509Certificate certificate : PemFile.certificates(file)) {
        anchors.add(new TrustAnchor(certificate, null));
      }
    }
    var parameters = new PKIXBuilderParameters(anchors, null);
    parameters.setRevocationEnabled(false); // as for the system's: no lists, no OCSP
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(new CertPathTrustManagerParameters(parameters));
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }
}
