package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestLine;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Interrupts;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Serves a folder to itself over the loopback, by the whole command: a page, a part of it, nothing.
 * The command thinks that it is to end as soon as it listens; what is asked is asked then.
 */
final class ServeCheck implements Ending {
  private static final Status NOT_FOUND = new Status(404);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private Optional<IOException> fault = Optional.empty();

  private ServeCheck() {}

  static void run() throws IOException {
    Path folder = Files.createTempDirectory("tinwire-check");
    Path page = folder.resolve("index.html");
    try {
      Files.writeString(page, "<p>hello</p>\n");
      new ServeCheck().serve(folder);
    } finally {
      Files.deleteIfExists(page);
      Files.deleteIfExists(folder);
    }
  }

  private void serve(Path folder) throws IOException {
    var complaint = new ByteArrayOutputStream();
    var standard =
        new Standard(
            InputStream.nullInputStream(),
            new PrintStream(shown, true, StandardCharsets.UTF_8),
            new PrintStream(complaint, true, StandardCharsets.UTF_8),
            Map.of(),
            Terminals.NONE);
    var serve =
        new ServeCommand(Path.of(System.getProperty("user.home", "/")), this, Optional::empty);
    var words = List.of("--port", "0", folder.toString());
    int status = new ServeTool().command(serve).run(words, standard);
    if (fault.isPresent()) throw fault.get();
    if (status != ExitStatus.DONE) {
      throw new IOException(complaint.toString(StandardCharsets.UTF_8).strip());
    }
  }

  @Override
  public void begin(Runnable hurry) {
    Interrupts.rehearse();
  }

  @Override
  public void await() {
    try {
      String line = shown.toString(StandardCharsets.UTF_8).strip();
      talk(Integer.parseInt(line.substring(line.lastIndexOf(':') + 1, line.length() - 1)));
    } catch (IOException e) {
      fault = Optional.of(e);
    }
  }

  /** All over one connection, which has to stay. */
  private static void talk(int port) throws IOException {
    try (var us = Connection.accepted(new Socket(InetAddress.getLoopbackAddress(), port))) {
      us.within(
          Deadline.in(PATIENCE),
          "waiting for answers",
          () -> {
            expect("200 <p>hello</p>\n", ask(us, "/", "bytes=x"));
            expect("206 hello", ask(us, "/index.html", "bytes=3-7"));
            expect(ErrorPage.line(NOT_FOUND), ask(us, "/nothing", "bytes=0-0").substring(4));
            return true;
          });
    }
  }

  private static String ask(Connection us, String path, String range) throws IOException {
    var target = new RequestTarget.OriginForm(path, Optional.empty());
    var line = new RequestLine(Method.GET, target, HttpVersion.HTTP_1_1);
    var fields = Fields.of("Host", "localhost", "Range", range);
    us.writer().write(new RequestHead(line, fields).toBytes());
    us.writer().flush();
    ResponseHead head = ResponseHead.read(us.reader(), Limits.CLIENT, Set.of());
    var version = head.line().version();
    Framing framing =
        Framing.ofResponse(Method.GET, head.status(), head.fields(), version, Set.of());
    Body body = Body.of(framing, us.reader(), Limits.CLIENT);
    return head.status().code() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void expect(Object wanted, Object found) throws IOException {
    if (!wanted.equals(found)) throw new IOException("expected " + wanted + ", got " + found);
  }
}
