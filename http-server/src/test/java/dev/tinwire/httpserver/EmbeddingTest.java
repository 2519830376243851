package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about serve says of embedding is this code, and it works. */
class EmbeddingTest {
  private static final String HERE = "http-server/src/test/java/dev/tinwire/httpserver/";

  @Test
  void theExampleRuns() throws Exception {
    try (var server = EmbeddingExample.start();
        var socket = new Socket()) {
      socket.connect(server.addresses().getFirst());
      String request = "GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertTrue(LocalServer.rest(socket).endsWith("you asked for /a\n"));
    }
  }

  @Test
  void thePageShowsThisVeryCode() throws Exception {
    Path root = Path.of(System.getProperty("tinwire.root", ""));
    String source = Files.readString(root.resolve(HERE + "EmbeddingExample.java"));
    String page = Files.readString(root.resolve("docs/serve.md"));
    Matcher examples = Pattern.compile("(?s)// begin\n(.*?)// end").matcher(source);
    for (int n = 0; n < 2; n++) {
      assertTrue(examples.find());
      String example = examples.group(1).stripIndent();
      assertTrue(page.contains("```java\n" + example + "```"), example);
    }
  }
}
