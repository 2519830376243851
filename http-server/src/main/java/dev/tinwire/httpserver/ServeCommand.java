package dev.tinwire.httpserver;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code tinwire serve}: opens the site, says where it is, and waits until it is to end.
 *
 * @param home the user's own folder, which is not published by mistake
 */
record ServeCommand(Path home, Ending ending) {
  static ServeCommand ofProcess() {
    return new ServeCommand(Path.of(System.getProperty("user.home", "/")), new Interrupts());
  }

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var addresses = NetworkAddresses.here();
    var plan = ServePlan.of(parsed, standard, home, addresses);
    var identity = ServeIdentity.of(parsed, standard, home);
    var login = plan.login().map(wish -> Login.of(wish, new SecureRandom()));
    var output = Output.of(parsed, standard);
    long began = System.nanoTime();
    try (var report = new ServeReport(output, parsed.get(ServeOptions.LOG))) {
      Counters counters;
      try (var site = plan.open(login, report);
          var server = start(plan, identity, site.handler(), report)) {
        counters = server.counters();
        plan.ports().note(server.port()).ifPresent(output::note);
        var banner =
            new Banner(
                plan.what().readable(home),
                plan.kind(),
                plan.site().receiving(),
                plan.where(),
                addresses.forOthers(),
                server.port(),
                identity.map(ServeIdentity::fingerprint),
                login.map(Login::shown));
        report.listening(banner, plan.what().path());
        ending.await();
        site.endStreams();
      }
      report.ended(counters, Duration.ofNanos(System.nanoTime() - began));
    }
    return ExitStatus.DONE;
  }

  /** Tries one port after the other. */
  private static HttpServer start(
      ServePlan plan, Optional<ServeIdentity> identity, Handler handler, ServerObserver observer)
      throws IOException {
    String reason = "";
    for (int port : plan.ports().ports()) {
      var options =
          ServerOptions.at(plan.where().at(port)).withLimits(plan.limits()).withObserver(observer);
      if (identity.isPresent()) options = options.withTls(identity.get().server());
      try {
        return HttpServer.start(options, handler);
      } catch (BindException e) {
        reason = String.valueOf(e.getMessage());
      }
    }
    throw new WireException(plan.ports().refusal(reason));
  }
}
