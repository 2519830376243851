package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import dev.tinwire.wire.tls.Identity;
import dev.tinwire.wire.tls.IdentityStore;
import dev.tinwire.wire.tls.TlsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the command against a server in this process, plain and over TLS, and looks at what it says.
 * It is also what teaches the class cache which classes a fetch needs.
 */
final class GetCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String BODY = "{\"hello\":true}";

  private GetCheck() {}

  static void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tinwire-check");
    try {
      Identity identity = new IdentityStore(folder).open();
      var server = new TlsServer(identity.credential(), List.of());
      expect(BODY, fetched(Optional.empty()));
      expect(
          BODY,
          fetched(
              Optional.of(server),
              "--cacert",
              folder.resolve("identity-certificate.pem").toString()));
    } finally {
      remove(folder);
    }
  }

  private static String fetched(Optional<TlsServer> tls, String... options)
      throws IOException, InterruptedException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout((int) PATIENCE.toMillis());
      var server = Thread.ofVirtual().name("check").start(() -> serve(listener, tls));
      var words = new ArrayList<String>(List.of(options));
      words.add(
          (tls.isPresent() ? "https" : "http") + "://localhost:" + listener.getLocalPort() + "/");
      var standard =
          new Standard(
              InputStream.nullInputStream(),
              new PrintStream(out, false, StandardCharsets.UTF_8),
              new PrintStream(err, false, StandardCharsets.UTF_8),
              Map.of(),
              Terminals.NONE);
      int status = new GetTool().run(words, standard);
      server.join();
      if (status != 0) throw new IOException(err.toString(StandardCharsets.UTF_8).strip());
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void serve(ServerSocket listener, Optional<TlsServer> tls) {
    Deadline deadline = Deadline.in(PATIENCE);
    try (Connection client = Connection.accepted(listener.accept())) {
      if (tls.isPresent()) client.secured(raw -> tls.get().serve(raw, deadline));
      var _ =
          client.within(
              deadline,
              "serving a check",
              () -> RequestHead.read(client.reader(), Limits.SERVER, Leniency.SERVER));
      var head =
          new ResponseHead(
              new StatusLine(Status.OK),
              Fields.of("Content-Type", "text/plain", "Content-Length", "" + BODY.length()));
      client.writer().write(head.toBytes());
      client.writer().write(BODY.getBytes(StandardCharsets.US_ASCII));
      client.flush(deadline, "serving a check");
      client.closeInStages(deadline);
    } catch (IOException _) {
      // What the client makes of it is what counts.
    }
  }

  private static void expect(String wanted, String found) throws IOException {
    if (!wanted.equals(found)) throw new IOException("expected " + wanted + ", got " + found);
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
