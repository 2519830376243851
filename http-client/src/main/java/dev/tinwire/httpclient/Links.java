package dev.tinwire.httpclient;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Dialled;
import dev.tinwire.wire.Dialler;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.tls.TlsClient;
import dev.tinwire.wire.tls.TlsReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Opens connections: dials, by proxy or not, and shakes hands where that is the way. */
final class Links {
  private final ClientOptions options;
  private final TlsClient tls;
  private final LongSupplier nanoTime;

  Links(ClientOptions options, LongSupplier nanoTime) {
    this.options = options;
    this.tls = new TlsClient(options.tls());
    this.nanoTime = nanoTime;
  }

  /** The way to an origin. */
  Route route(boolean secure, Endpoint target) throws Malformed {
    if (options.unixSocket().isPresent()) {
      return new Route(secure, target, Optional.empty(), options.unixSocket());
    }
    var proxy = options.proxies().of(secure ? "https" : "http", target);
    return new Route(secure, target, proxy, Optional.empty());
  }

  Link open(Route route, Deadline whole) throws IOException, InterruptedException {
    Deadline deadline = whole.orSooner(options.limits().connect());
    return route.tls() ? secured(route, deadline) : plain(route, deadline);
  }

  private Link plain(Route route, Deadline deadline) throws IOException, InterruptedException {
    Dialled dialled = dial(route, deadline);
    return new Link(route, dialled.connection(), opening(route, dialled, Duration.ZERO), nanoTime);
  }

  private Link secured(Route route, Deadline deadline) throws IOException, InterruptedException {
    tls.prepare();
    long[] connected = {0};
    Dialled[] dialled = {null};
    Connection connection =
        tls.connect(
            () -> {
              Dialled latest = dial(route, deadline);
              dialled[0] = latest;
              connected[0] = nanoTime.getAsLong();
              return latest.connection();
            },
            deadline);
    var shaking = Duration.ofNanos(nanoTime.getAsLong() - connected[0]);
    if (!options.conversation().equals(Conversation.SILENT)) note(connection);
    return new Link(
        route, connection, opening(route, Objects.requireNonNull(dialled[0]), shaking), nanoTime);
  }

  private void note(Connection connection) {
    connection
        .tls()
        .map(TlsReport::of)
        .ifPresent(report -> report.lines().forEach(options.conversation()::note));
  }

  private static Link.Opening opening(Route route, Dialled dialled, Duration shaking) {
    // Without a proxy nobody is asked, whatever the clock says of the steps around it.
    var tunnel = route.proxy().isEmpty() || route.forward() ? Duration.ZERO : dialled.tunnel();
    return new Link.Opening(
        dialled.lookup(), dialled.connect(), tunnel, shaking, dialled.attempts());
  }

  private Dialled dial(Route route, Deadline deadline) throws IOException, InterruptedException {
    if (route.unixSocket().isPresent()) {
      var socket = UnixSocket.connect(route.unixSocket().get());
      options.conversation().note("connected to the socket " + route.unixSocket().get());
      return new Dialled(
          Connection.dialled(socket, route.target()),
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          List.of());
    }
    boolean forward = route.forward();
    var dialler = new Dialler(options.dial().withProxy(route.proxy()));
    Dialled dialled =
        forward
            ? dialler.dialProxy(route.target(), deadline)
            : dialler.dial(route.target(), deadline);
    dialled.attempts().forEach(attempt -> options.conversation().note(attempt.toString()));
    // Asked below TLS and HTTP, so it would be the one exchange that nobody sees.
    if (!forward && route.proxy().isPresent()) {
      options.conversation().note("the proxy made a way to " + route.target());
    }
    return dialled;
  }
}
