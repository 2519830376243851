package dev.tinwire.wire.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** Looks at nothing, because the user said so: {@code --insecure}. */
final class NoTrust extends ServerTrust {
  @Override
  void verify(List<X509Certificate> chain, String authType, SSLSocket socket) {}
}
