package dev.tinwire.smtpclient;

import dev.tinwire.wire.Attempt;
import dev.tinwire.wire.tls.TlsReport;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * What was learnt of a server on the way in, as far as the way went: filled by {@link Entrance},
 * shown by {@code check}.
 */
final class Findings {
  private List<Attempt> attempts = List.of();
  private Optional<String> greeting = Optional.empty();
  private Optional<Capabilities> beforeTls = Optional.empty();
  private Optional<SSLSocket> tls = Optional.empty();
  private Optional<Capabilities> capabilities = Optional.empty();
  private Optional<Mechanism> signedIn = Optional.empty();

  List<Attempt> attempts() {
    return attempts;
  }

  Optional<String> greeting() {
    return greeting;
  }

  /** What was offered in the clear and forgotten; empty where TLS came first or not at all. */
  Optional<Capabilities> beforeTls() {
    return beforeTls;
  }

  /** Made when asked for: fingerprints of certificates are work, and who just sends asks not. */
  Optional<TlsReport> tls() {
    return tls.map(TlsReport::of);
  }

  Optional<Capabilities> capabilities() {
    return capabilities;
  }

  Optional<Mechanism> signedIn() {
    return signedIn;
  }

  void attempts(List<Attempt> made) {
    attempts = List.copyOf(made);
  }

  void greeting(Reply reply) {
    greeting = Optional.of(reply.words());
  }

  void capabilities(Capabilities offered) {
    capabilities = Optional.of(offered);
  }

  /** From now on under TLS: what was offered before counts for nothing. */
  void tls(SSLSocket socket) {
    tls = Optional.of(socket);
    beforeTls = capabilities;
    capabilities = Optional.empty();
  }

  void signedIn(Mechanism mechanism) {
    signedIn = Optional.of(mechanism);
  }
}
