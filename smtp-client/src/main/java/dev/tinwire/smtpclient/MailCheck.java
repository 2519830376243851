package dev.tinwire.smtpclient;

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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs the command against a server in this process that says its part of the textbook dialogue,
 * and looks at what arrives: a text and a file, twice over one connection. It also teaches the
 * class cache which classes a message needs, and so it believes an authority, as most senders do,
 * and not a pin.
 */
final class MailCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MESSAGES = 2;

  private MailCheck() {}

  static void run() throws Exception {
    Path folder = Files.createTempDirectory("tinwire-check");
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout((int) PATIENCE.toMillis());
      Identity identity = new IdentityStore(folder).open();
      var tls = new TlsServer(identity.credential(), List.of());
      var visit = new FutureTask<>(() -> served(listener, tls));
      Thread.ofVirtual().name("check").start(visit);
      sent(listener.getLocalPort(), folder);
      expect("subject: hello", visit.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) throw cause;
      throw e;
    } finally {
      remove(folder);
    }
  }

  private static void sent(int port, Path folder) throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var standard =
        new Standard(
            InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Map.of(CredentialPlan.PASSWORD_VARIABLE, "secret"),
            Terminals.NONE);
    Path text = Files.writeString(folder.resolve("hello.txt"), "Hello.\n");
    var words = new ArrayList<>(List.of("--server", "localhost:" + port));
    words.addAll(List.of("--cacert", folder.resolve("identity-certificate.pem").toString()));
    words.addAll(List.of("--user", "me@localhost", "--to", "you@localhost"));
    words.addAll(List.of("--subject", "hello", "--body-file", text.toString()));
    words.addAll(List.of("--attach", text.toString(), "--count", "" + MESSAGES));
    int status = new MailTool().run(words, standard);
    if (status != MailStatus.DONE) {
      throw new IOException(err.toString(StandardCharsets.UTF_8).strip());
    }
  }

  /** The server's half; gives back the subject that came. */
  private static String served(ServerSocket listener, TlsServer tls) throws IOException {
    Deadline deadline = Deadline.in(PATIENCE);
    try (Connection client = Connection.accepted(listener.accept())) {
      say(client, "220 localhost");
      answer(client, "EHLO", "250-localhost", "250 STARTTLS");
      answer(client, "STARTTLS", "220 go");
      client.secured(raw -> tls.serve(raw, deadline));
      answer(client, "EHLO", "250-localhost", "250-PIPELINING", "250 AUTH PLAIN");
      answer(client, "AUTH PLAIN AG1lQGxvY2FsaG9zdABzZWNyZXQ=", "235 welcome");
      String subject = "";
      for (int i = 0; i < MESSAGES; i++) subject = message(client);
      answer(client, "QUIT", "221 bye");
      return subject;
    }
  }

  private static String message(Connection client) throws IOException {
    answer(client, "MAIL FROM:<me@localhost>", "250 ok");
    answer(client, "RCPT TO:<you@localhost>", "250 ok");
    answer(client, "DATA", "354 go on");
    String subject = "";
    for (String line = line(client); !line.equals("."); line = line(client)) {
      if (line.startsWith("Subject:")) subject = "s" + line.substring(1);
    }
    say(client, "250 ok");
    return subject;
  }

  private static void answer(Connection client, String command, String... replies)
      throws IOException {
    String said = line(client);
    if (!said.startsWith(command)) throw new IOException("expected " + command + ", got " + said);
    say(client, replies);
  }

  private static String line(Connection client) throws IOException {
    return client.within(
        Deadline.in(PATIENCE), "serving a check", () -> client.reader().line("line", 2000));
  }

  private static void say(Connection client, String... lines) throws IOException {
    for (String line : lines) client.writer().line(line);
    client.flush(Deadline.in(PATIENCE), "serving a check");
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
