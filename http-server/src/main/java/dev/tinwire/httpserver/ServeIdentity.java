package dev.tinwire.httpserver;

import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.tls.Credential;
import dev.tinwire.wire.tls.Identity;
import dev.tinwire.wire.tls.IdentityStore;
import dev.tinwire.wire.tls.TlsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Under which certificate a site is served. */
record ServeIdentity(Identity identity) {
  /** The one the user names, or the one made for this computer; none without {@code --https}. */
  static Optional<ServeIdentity> of(Parsed parsed, Standard standard, Path home)
      throws IOException, UsageError {
    Optional<Path> cert = parsed.find(ServeOptions.CERT);
    Optional<Path> key = parsed.find(ServeOptions.KEY);
    if (cert.isPresent() != key.isPresent()) {
      throw new UsageError("--cert and --key belong together; the other one is missing");
    }
    if (cert.isPresent()) {
      // Who names a certificate wants it used: --https need not be said.
      var credential = Credential.read(cert.get(), key.orElseThrow());
      return Optional.of(new ServeIdentity(new Identity(credential)));
    }
    if (!parsed.has(ServeOptions.HTTPS)) return Optional.empty();
    Path folder = IdentityStore.folder(standard.environment()::get, home);
    return Optional.of(new ServeIdentity(new IdentityStore(folder).open()));
  }

  TlsServer server() {
    return new TlsServer(identity.credential(), List.of("http/1.1"));
  }

  String fingerprint() {
    return identity.fingerprint();
  }
}
