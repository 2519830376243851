package dev.tinwire.wire.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server's certificate was refused: what carries the verdict and the chain out of the JDK. */
final class Distrusted extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final transient List<X509Certificate> chain;

  Distrusted(Fault fault, List<X509Certificate> chain, @Nullable Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
    this.chain = chain;
  }

  Fault fault() {
    return fault;
  }

  /** As the server sent it, its own certificate first. */
  List<X509Certificate> chain() {
    return chain;
  }
}
