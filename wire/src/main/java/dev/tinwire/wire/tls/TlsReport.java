package dev.tinwire.wire.tls;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * What a handshake agreed on, for those who want to look. The group of the key exchange is missing:
 * the JDK tells nobody.
 *
 * @param chain as the peer sent it, its own certificate first; empty if it showed none
 */
public record TlsReport(
    String protocol,
    String cipher,
    Optional<String> applicationProtocol,
    List<CertificateReport> chain) {
  public TlsReport {
    chain = List.copyOf(chain);
  }

  /** Of a socket that has shaken hands. */
  public static TlsReport of(SSLSocket socket) {
    SSLSession session = socket.getSession();
    return new TlsReport(
        version(session.getProtocol()),
        session.getCipherSuite(),
        Optional.ofNullable(socket.getApplicationProtocol()).filter(name -> !name.isEmpty()),
        chain(session));
  }

  /** {@code TLS 1.3} for what the JDK calls TLSv1.3. */
  private static String version(String protocol) {
    return protocol.startsWith("TLSv") ? "TLS " + protocol.substring(4) : protocol;
  }

  private static List<CertificateReport> chain(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return Stream.of(chain).map(X509Certificate.class::cast).map(CertificateReport::of).toList();
    } catch (SSLPeerUnverifiedException _) {
      return List.of();
    }
  }

  /** {@code TLS 1.3, TLS_AES_256_GCM_SHA384, h2} and then the certificates, indented. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(protocol + ", " + cipher + applicationProtocol.map(name -> ", " + name).orElse(""));
    for (int i = 0; i < chain.size(); i++) {
      lines.add("certificate " + (i + 1) + " of " + chain.size());
      for (String line : chain.get(i).lines()) lines.add("  " + line);
    }
    return List.copyOf(lines);
  }
}
