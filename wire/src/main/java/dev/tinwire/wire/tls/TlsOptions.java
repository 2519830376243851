package dev.tinwire.wire.tls;

import java.util.List;
import java.util.Optional;

/**
 * How a client speaks TLS.
 *
 * @param credential shown to a server that asks for a certificate
 * @param applicationProtocols offered by ALPN (RFC 7301), the preferred one first; none offers none
 */
public record TlsOptions(
    Trust trust, Optional<Credential> credential, List<String> applicationProtocols) {
  /** Verified against the system's authorities, nothing special. */
  public static final TlsOptions DEFAULT =
      new TlsOptions(new Trust.Platform(), Optional.empty(), List.of());

  public TlsOptions {
    applicationProtocols = List.copyOf(applicationProtocols);
  }

  public TlsOptions with(Trust trust) {
    return new TlsOptions(trust, credential, applicationProtocols);
  }

  public TlsOptions with(Credential credential) {
    return new TlsOptions(trust, Optional.of(credential), applicationProtocols);
  }

  public TlsOptions offering(List<String> applicationProtocols) {
    return new TlsOptions(trust, credential, applicationProtocols);
  }
}
