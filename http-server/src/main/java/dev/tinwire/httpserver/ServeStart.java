package dev.tinwire.httpserver;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;

/**
 * Gets a server to listen: at a socket that was given, or at the first port that is free.
 *
 * @param inherited the socket that a service manager has opened for us
 */
record ServeStart(
    ServePlan plan, Optional<ServeIdentity> identity, Optional<InheritedSocket> inherited) {

  static ServeStart of(
      Parsed parsed, ServePlan plan, Optional<ServeIdentity> identity, ServiceManager manager)
      throws IOException, UsageError {
    if (!manager.socketGiven()) return new ServeStart(plan, identity, Optional.empty());
    boolean elsewhere =
        parsed.has(ServeOptions.LAN)
            || parsed.find(ServeOptions.BIND).isPresent()
            || parsed.find(ServeOptions.PORT).isPresent();
    if (elsewhere) {
      throw new UsageError(
          "the service manager has opened the socket; leave --port, --bind and --lan out, and"
              + " write ListenStream= into its unit");
    }
    var socket = InheritedSocket.take(ServiceManager.FIRST);
    return new ServeStart(plan, identity, Optional.of(socket));
  }

  /** Where it listens, whoever has decided that. */
  WhereToListen where() {
    return inherited
        .map(socket -> new WhereToListen(List.of(socket.address().getAddress())))
        .orElse(plan.where());
  }

  /** What to say when the port is not the first that was wished. */
  Optional<String> note(HttpServer server) {
    return inherited.isPresent() ? Optional.empty() : plan.ports().note(server.port());
  }

  HttpServer start(OpenSite site) throws IOException {
    if (inherited.isPresent()) {
      var socket = inherited.get();
      var options = options(ServerOptions.at(List.of(socket.address())), site);
      return HttpServer.start(options, socket.listeners(), site.handler());
    }
    String reason = "";
    for (int port : plan.ports().ports()) { // one after the other
      var options = options(ServerOptions.at(plan.where().at(port)), site);
      try {
        return HttpServer.start(options, site.handler());
      } catch (BindException e) {
        reason = String.valueOf(e.getMessage());
      }
    }
    throw new WireException(plan.ports().refusal(reason));
  }

  private ServerOptions options(ServerOptions at, OpenSite site) {
    var options = at.withLimits(plan.limits()).withObserver(site.observer());
    return identity.isPresent() ? options.withTls(identity.get().server()) : options;
  }
}
