package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.terminal.Terminals;
import dev.tinwire.wire.tls.Identity;
import dev.tinwire.wire.tls.IdentityStore;
import dev.tinwire.wire.tls.KeyKind;
import dev.tinwire.wire.tls.TlsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs the command against a server in this process, plain and over TLS, and looks at what it says.
 * It is also what teaches the class cache which classes a fetch needs: hosts are a name and an
 * address, and a connection is used twice.
 */
final class GetCheck {
  private static final String BODY = "{\"hello\":true}";
  private static final Map<String, CheckSite.Item> ITEMS =
      Map.of("/", new CheckSite.Item("text/plain", BODY));

  private GetCheck() {}

  static void run() throws IOException, InterruptedException {
    plain();
    overTls(KeyKind.P256, server -> server);
    // Half of the world's servers are like this, and the classes of 1.2 are others than those of
    // 1.3.
    overTls(KeyKind.RSA, TlsServer::withoutTls13);
  }

  private static void plain() throws IOException, InterruptedException {
    try (var site = CheckSite.with(ITEMS, Optional.empty())) {
      String address = site.url("127.0.0.1", "/");
      expect(BODY + BODY, said(new GetTool(), List.of(address, address)));
      expect(BODY, said(new GetTool(), List.of(site.url("localhost", "/"))));
    }
  }

  /** The same without TLS, and with a method that is said: the lesson of who needs no TLS. */
  static void plain(Tool request) throws IOException, InterruptedException {
    plain();
    try (var site = CheckSite.with(ITEMS, Optional.empty())) {
      expect(BODY, said(request, List.of("GET", site.url("127.0.0.1", "/"))));
    }
  }

  private static void overTls(KeyKind kind, UnaryOperator<TlsServer> as)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("tinwire-check");
    try {
      Identity identity = new IdentityStore(folder, kind).open();
      var server = as.apply(new TlsServer(identity.credential(), List.of()));
      overTls(server, folder.resolve("identity-certificate.pem"));
    } finally {
      remove(folder);
    }
  }

  private static void overTls(TlsServer server, Path trusted)
      throws IOException, InterruptedException {
    try (var site = CheckSite.with(ITEMS, Optional.of(server))) {
      String url = site.url("localhost", "/");
      expect(BODY, said(new GetTool(), List.of("--cacert", trusted.toString(), url)));
    }
  }

  /** What a tool says to a script. */
  static String said(Tool tool, List<String> words) throws IOException, InterruptedException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var standard =
        new Standard(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Map.of(),
            Terminals.NONE);
    int status = tool.run(words, standard);
    if (status != 0) throw new IOException(err.toString(StandardCharsets.UTF_8).strip());
    return out.toString(StandardCharsets.UTF_8);
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
