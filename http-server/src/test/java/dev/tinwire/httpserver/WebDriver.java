package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Method;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A driver program such as chromedriver, and the protocol it speaks (W3C WebDriver §5): commands
 * are JSON over HTTP. One connection for each command, so that none of them can be stale.
 */
final class WebDriver implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile(".*started successfully on port ([0-9]+).*");
  private static final int PATIENCE_MS = 60_000;

  private final Process process;
  private final int port;

  private WebDriver(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it on a port of its own choice. */
  static WebDriver start(String program) throws IOException {
    Process process = new ProcessBuilder(program, "--port=0").redirectErrorStream(true).start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      var said = PORT.matcher(line);
      if (!said.matches()) continue;
      Thread.ofVirtual().start(() -> drain(out));
      return new WebDriver(process, Integer.parseInt(said.group(1)));
    }
    process.destroyForcibly();
    throw new AssertionError(program + " ended before it listened");
  }

  private static void drain(BufferedReader out) {
    try {
      var _ = out.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      // It was ended.
    }
  }

  /** The {@code value} that a command yields; an error of the driver's fails the test. */
  Json command(String method, String path, Json.Obj parameters) throws IOException {
    byte[] content =
        method.equals("POST") ? parameters.print().getBytes(StandardCharsets.UTF_8) : new byte[0];
    String head =
        "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
            .formatted(method, path, port);
    try (var socket = new Socket(Loopback.V4, port)) {
      socket.setSoTimeout(PATIENCE_MS);
      OutputStream out = socket.getOutputStream();
      String length = "Content-Length: " + content.length + "\r\nConnection: close\r\n\r\n";
      out.write((head + length).getBytes(StandardCharsets.US_ASCII));
      out.write(content);
      Json said = Json.parse(answer(new ByteReader(socket.getInputStream()), method));
      Json value = said.get("value");
      if (value.find("error").isEmpty()) return value;
      throw new AssertionError(method + " " + path + ": " + value.get("message").text());
    }
  }

  private static String answer(ByteReader in, String method) throws IOException {
    var head = ResponseHead.read(in, Limits.CLIENT, Leniency.CLIENT);
    var framing =
        Framing.ofResponse(
            new Method(method),
            head.status(),
            head.fields(),
            head.line().version(),
            Leniency.CLIENT);
    byte[] body = Body.of(framing, in, Limits.CLIENT).readAllBytes();
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Ends it with all its helpers, which write into folders that are removed next. */
  @Override
  public void close() {
    var helpers = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    for (ProcessHandle helper : helpers) {
      helper.destroyForcibly();
      helper.onExit().join();
    }
  }
}
