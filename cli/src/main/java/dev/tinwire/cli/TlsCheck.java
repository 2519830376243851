package dev.tinwire.cli;

import static dev.tinwire.cli.HouseChecks.PATIENCE;
import static dev.tinwire.cli.HouseChecks.expect;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.tls.Identity;
import dev.tinwire.wire.tls.IdentityStore;
import dev.tinwire.wire.tls.TlsClient;
import dev.tinwire.wire.tls.TlsFailed;
import dev.tinwire.wire.tls.TlsOptions;
import dev.tinwire.wire.tls.TlsServer;
import dev.tinwire.wire.tls.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * An identity is made, spoken under, and believed by those who pinned its key and by nobody else.
 */
final class TlsCheck {
  private TlsCheck() {}

  static void run() throws Exception {
    Path folder = Files.createTempDirectory("tinwire-doctor");
    try {
      Identity identity = new IdentityStore(folder).open();
      var server = new TlsServer(identity.credential(), List.of());
      expect("over TLS", greeting(server, new Trust.Pinned(Set.of(identity.pin()))));
      requireRefused(server);
    } finally {
      remove(folder);
    }
  }

  private static void requireRefused(TlsServer server) throws Exception {
    try {
      greeting(server, new Trust.Platform());
    } catch (TlsFailed _) {
      return; // as it should be: no authority vouches for it
    }
    throw new IOException("a certificate that nobody vouches for was believed");
  }

  private static String greeting(TlsServer server, Trust trust) throws Exception {
    var client = new TlsClient(TlsOptions.DEFAULT.with(trust));
    Deadline deadline = Deadline.in(PATIENCE);
    try (var guest = Guest.treated(them -> greet(them, server, deadline));
        Connection us = SocketChecks.dial(guest.endpoint())) {
      us.secured(raw -> client.handshake(raw, us.peer(), deadline));
      return us.within(deadline, "waiting for the greeting", () -> us.reader().line("line", 100));
    }
  }

  private static void greet(Connection them, TlsServer server, Deadline deadline)
      throws IOException {
    them.secured(raw -> server.serve(raw, deadline));
    them.writer().line("over TLS");
    them.flush(deadline, "greeting");
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (var found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) Files.delete(file);
    Files.delete(folder);
  }
}
