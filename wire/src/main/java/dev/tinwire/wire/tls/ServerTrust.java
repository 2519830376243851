package dev.tinwire.wire.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The part of a trust manager we use: a client over a socket looks at a server's chain. The JDK
 * wraps the simpler interface and then checks host names by itself or not at all; extending this
 * class, we say what happens.
 */
abstract class ServerTrust extends X509ExtendedTrustManager {
  abstract void verify(List<X509Certificate> chain, String authType, SSLSocket socket)
      throws CertificateException;

  @Override
  public final void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    verify(List.of(chain), authType, (SSLSocket) socket);
  }

  @Override
  public final void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    throw new UnsupportedOperationException("no engines here");
  }

  @Override
  public final void checkServerTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("without a socket there is no host name to check");
  }

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
    throw new UnsupportedOperationException("clients trust servers");
  }

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
    throw new UnsupportedOperationException("clients trust servers");
  }

  @Override
  public final void checkClientTrusted(X509Certificate[] chain, String authType) {
    throw new UnsupportedOperationException("clients trust servers");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
