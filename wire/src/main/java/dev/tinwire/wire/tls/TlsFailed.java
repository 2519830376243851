package dev.tinwire.wire.tls;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * There is no TLS connection, and the message says in one sentence why: what was expected, what was
 * found, and what to do about it.
 */
public final class TlsFailed extends WireException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final transient List<X509Certificate> chain;

  private TlsFailed(Diagnosis diagnosis, List<X509Certificate> chain, Throwable cause) {
    super(diagnosis.sentence(), cause);
    this.fault = diagnosis.fault();
    this.chain = chain;
  }

  /** What a failed handshake amounts to; our own errors, such as an unreadable file, stay. */
  static IOException with(Endpoint peer, IOException failure, Instant now) {
    if (failure instanceof WireException) return failure;
    return new TlsFailed(Diagnosis.of(failure, peer, now), chain(failure), failure);
  }

  private static List<X509Certificate> chain(Throwable failure) {
    return Causes.find(failure, Distrusted.class).map(Distrusted::chain).orElse(List.of());
  }

  public Fault fault() {
    return fault;
  }

  /** The certificates the peer showed, its own first, if it was they that we refused. */
  public List<X509Certificate> chain() {
    return chain;
  }
}
