package dev.tinwire.testkit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A driver program such as chromedriver, and the protocol it speaks (W3C WebDriver §5): commands
 * are JSON over HTTP. One connection for each command, so that none of them can be stale.
 */
final class WebDriver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");

  /** Around each {@code value} (§6.3). */
  private static final Pattern ANSWER = Pattern.compile("(?s)\\s*\\{\"value\":(.*)}\\s*");

  private final Running program;
  private final int port;

  private WebDriver(Running program, int port) {
    this.program = program;
    this.port = port;
  }

  /** Starts it on a port of its own choice. */
  static WebDriver start(String program) throws IOException, InterruptedException {
    var started = new Program(List.of(program)).start(Invocation.of("--port=0").within(PATIENCE));
    boolean listens = false;
    try {
      String port = started.awaitLine(".*started successfully on port ([0-9]+).*").group(1);
      listens = true;
      return new WebDriver(started, Integer.parseInt(port));
    } finally {
      if (!listens) started.close();
    }
  }

  String get(String path) throws IOException {
    return command("GET", path, "");
  }

  String post(String path, String json) throws IOException {
    return command("POST", path, json);
  }

  void delete(String path) throws IOException {
    command("DELETE", path, "");
  }

  /** The {@code value} that a command yields, as JSON; an error of the driver's fails the test. */
  private String command(String method, String path, String json) throws IOException {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
                .formatted(method, path, port)
            + "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(content.length);
    try (var socket = new Socket(Loopback.V4, port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      var out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(content);
      String said = head(socket);
      var length = LENGTH.matcher(said);
      if (!length.find()) throw new AssertionError("an answer without a length: " + said);
      byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
      return value(method + " " + path, said, new String(body, StandardCharsets.UTF_8));
    }
  }

  private static String head(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) throw new AssertionError("the driver ended in the middle: " + head);
      head.append((char) next);
    }
    return head.toString();
  }

  private static String value(String command, String head, String body) {
    var answer = ANSWER.matcher(body);
    if (head.startsWith("HTTP/1.1 200 ") && answer.matches()) return answer.group(1);
    throw new AssertionError(command + ": " + body);
  }

  /** Ends it with all its helpers, which write into folders that are removed next. */
  @Override
  public void close() {
    program.close();
  }
}
