package dev.tinwire.smtpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.tls.TlsClient;
import dev.tinwire.wire.tls.TlsOptions;
import dev.tinwire.wire.tls.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way to the server, as the command line says it. */
final class RoutePlan {
  private RoutePlan() {}

  static Route of(Parsed parsed, Standard standard) throws UsageError, WireException {
    Optional<Provider> via = parsed.find(ServerOptions.VIA);
    Optional<String> named = parsed.find(ServerOptions.SERVER);
    if (via.isPresent() == named.isPresent()) {
      throw new UsageError("say where to send it: either --via PROVIDER or --server HOST[:PORT]");
    }
    Optional<Security> wanted = parsed.find(ServerOptions.TLS);
    Endpoint server;
    Security security;
    if (via.isPresent()) {
      security = wanted.orElse(via.get().security());
      server = new Endpoint(via.get().server().host(), security.port());
    } else {
      server = server(named.orElseThrow(), wanted);
      security = wanted.orElse(Security.usualAt(server.port()));
    }
    var dial = NetworkOptions.dialOptions(parsed, standard, "smtp", server);
    return new Route(server, security, dial, Resolver.system(), new TlsClient(tls(parsed)));
  }

  private static Endpoint server(String text, Optional<Security> wanted) throws UsageError {
    try {
      return Endpoint.parse(text, wanted.orElse(Security.STARTTLS).port());
    } catch (Malformed e) {
      throw UsageError.of(ServerOptions.SERVER, e);
    }
  }

  private static TlsOptions tls(Parsed parsed) throws UsageError {
    var wishes = new ArrayList<Trust>();
    Optional<Path> authorities = parsed.find(ServerOptions.CACERT);
    if (authorities.isPresent()) {
      if (!Files.isReadable(authorities.get())) {
        throw new UsageError("--cacert: " + authorities.get() + " cannot be read");
      }
      wishes.add(new Trust.Authorities(List.of(authorities.get())));
    }
    var pins = parsed.all(ServerOptions.PIN);
    if (!pins.isEmpty()) wishes.add(new Trust.Pinned(Set.copyOf(pins)));
    if (parsed.has(ServerOptions.INSECURE)) wishes.add(new Trust.Insecure());
    if (wishes.size() > 1) {
      throw new UsageError("--cacert, --pin and --insecure each say whom to believe: choose one");
    }
    return wishes.isEmpty() ? TlsOptions.DEFAULT : TlsOptions.DEFAULT.with(wishes.getFirst());
  }
}
