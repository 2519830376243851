package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The client as a library, as its page shows it. */
@Isolated("standard output is caught")
final class LibraryExampleTest {
  private static final String HERE = "http-client/src/test/java/dev/tinwire/httpclient/";

  @Test
  void threeLinesShowAnAnswer() throws Exception {
    String script =
        """
        C: GET /a HTTP/1.1
        C*:
        S: HTTP/1.1 200 OK
        S: Content-Length: 2
        S:
        S+: hi
        """;
    PrintStream before = System.out;
    var caught = new ByteArrayOutputStream();
    try (var server = new Transcript(script)) {
      System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
      LibraryExample.look("http://" + server.endpoint() + "/a");
    } finally {
      System.setOut(before);
    }
    assertEquals("200 OK hi\n", caught.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aTextIsPutWhereNothingIs() throws Exception {
    String script =
        """
        C: PUT /a HTTP/1.1
        C*: If-None-Match: *
        C*:
        C+: hello
        S: HTTP/1.1 201 Created
        S: Content-Length: 0
        S:
        C: PUT /a HTTP/1.1
        C*:
        C+: hello
        S: HTTP/1.1 412 Precondition Failed
        S: Content-Length: 0
        S:
        """;
    try (var server = new Transcript(script);
        var client = HttpClient.create()) {
      String url = "http://" + server.endpoint() + "/a";
      assertTrue(LibraryExample.put(client, url, "hello"));
      assertEquals(false, LibraryExample.put(client, url, "hello"));
    }
  }

  @Test
  void thePageShowsThisVeryCode() throws Exception {
    Path root = Path.of(System.getProperty("tinwire.root", ".."));
    String source = Files.readString(root.resolve(HERE + "LibraryExample.java"));
    String page = Files.readString(root.resolve("docs/get.md"));
    Matcher examples = Pattern.compile("(?s)// begin\n(.*?)// end").matcher(source);
    for (int n = 0; n < 2; n++) {
      assertTrue(examples.find());
      String example = examples.group(1).stripIndent();
      // What stands before the closing mark belongs to it.
      assertTrue(page.contains("```java\n" + example.stripTrailing() + "\n```"), example);
    }
  }
}
