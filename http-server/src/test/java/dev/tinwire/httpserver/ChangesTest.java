package dev.tinwire.httpserver;

import static dev.tinwire.httpserver.UploadTest.assertStatus;
import static dev.tinwire.httpserver.UploadTest.put;
import static dev.tinwire.httpserver.UploadTest.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be done where all may be changed: RFC 9110 §9.3, RFC 4918 §9. */
@Timeout(30)
final class ChangesTest {
  private static final String YES = "Depth: infinity";

  @TempDir Path around;
  private Path root = Path.of("");

  @BeforeEach
  void aTree() throws Exception {
    root = Files.createDirectory(around.resolve("site"));
    TestSite.in(around).file("outside/keep", "SECRET");
    TestSite.in(root)
        .file("a.txt", "a")
        .file("b.txt", "b")
        .file("full/inner/x", "x")
        .folder("empty")
        .link("out", "../outside")
        .link("in", "full/inner")
        .link("full/away", "../../outside");
  }

  private Inbox inbox() {
    return Inbox.writable(root);
  }

  @ParameterizedTest(name = "{0} {1} ({2}) is {3}, then GET {4} is {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          PUT    | /a.txt      | -                        | 204 | /a.txt       | 200
          PUT    | /a.txt      | If-None-Match: *         | 412 | /a.txt       | 200
          PUT    | /new        | If-Match: *              | 412 | /new         | 404
          PUT    | /a.txt      | If-Match: *              | 204 | /a.txt       | 200
          PUT    | /a.txt      | If-Match: "other"        | 412 | /a.txt       | 200
          PUT    | /empty      | -                        | 409 | /empty/      | 200
          PUT    | /out        | -                        | 409 | /out         | 404
          MKCOL  | /new        | -                        | 201 | /new/        | 200
          MKCOL  | /new/       | -                        | 201 | /new/        | 200
          MKCOL  | /empty      | -                        | 405 | /empty/      | 200
          MKCOL  | /a.txt      | -                        | 405 | /a.txt       | 200
          MKCOL  | /no/new     | -                        | 409 | /no/         | 404
          MKCOL  | /.git       | -                        | 403 | /.git        | 404
          DELETE | /a.txt      | -                        | 204 | /a.txt       | 404
          DELETE | /a.txt      | If-Match: "other"        | 412 | /a.txt       | 200
          DELETE | /nothing    | -                        | 404 | /nothing     | 404
          DELETE | /empty      | -                        | 204 | /empty/      | 404
          DELETE | /empty/     | -                        | 204 | /empty/      | 404
          DELETE | /full       | -                        | 409 | /full/inner/x | 200
          DELETE | /full       | Depth: infinity          | 204 | /full/       | 404
          DELETE | /           | Depth: infinity          | 403 | /a.txt       | 200
          DELETE | /in         | -                        | 204 | /full/inner/x | 200
          DELETE | /out        | Depth: infinity          | 404 | /a.txt       | 200
          MOVE   | /a.txt      | Destination: /c.txt      | 201 | /c.txt       | 200
          MOVE   | /a.txt      | Destination: /empty/a    | 201 | /a.txt       | 404
          MOVE   | /a.txt      | Destination: /b.txt      | 412 | /a.txt       | 200
          MOVE   | /full       | Destination: /empty/full | 201 | /empty/full/inner/x | 200
          MOVE   | /full       | Destination: /full/in/x  | 403 | /full/inner/x | 200
          MOVE   | /full       | Destination: /full       | 403 | /full/inner/x | 200
          MOVE   | /full       | Destination: /empty      | 412 | /full/inner/x | 200
          MOVE   | /a.txt      | Destination: /no/a.txt   | 409 | /a.txt       | 200
          MOVE   | /a.txt      | Destination: /.a         | 403 | /a.txt       | 200
          MOVE   | /a.txt      | Destination: /out/a      | 409 | /a.txt       | 200
          MOVE   | /a.txt      | Destination: /           | 400 | /a.txt       | 200
          MOVE   | /a.txt      | Destination: http://x/a  | 400 | /a.txt       | 200
          MOVE   | /a.txt      | Destination: http://h/a  | 201 | /a           | 200
          MOVE   | /a.txt      | -                        | 400 | /a.txt       | 200
          MOVE   | /no         | Destination: /yes        | 404 | /yes         | 404
          """)
  void aWishIsGrantedOrNothingIsChanged(
      String method, String target, String line, int status, String then, int found)
      throws Exception {
    String[] lines = line == null ? new String[0] : new String[] {line};
    String body = method.equals("PUT") ? "new" : "";
    try (var server = inbox().server()) {
      assertStatus(status, server, request(method, target, body, lines));
      assertStatus(found, server, request("GET", then, ""));
    }
    assertEquals("SECRET", Files.readString(around.resolve("outside/keep")));
    assertTrue(inbox().names().stream().noneMatch(Passing::is), "something is left behind");
  }

  @Test
  void aFileIsReplacedAtOnceAndOnlyByOneThatIsWhole() throws Exception {
    try (var server = inbox().server()) {
      server.talk(
          """
          C: PUT /a.txt HTTP/1.1
          C: Host: h
          C: Content-Length: 3
          C:
          C+: new
          S: HTTP/1.1 204 No Content
          D
          S:
          C: GET /a.txt HTTP/1.1
          C: Host: h
          C:
          S: HTTP/1.1 200 OK
          S*:
          S+: new
          """);
      UploadTest.cut(server, "PUT /a.txt HTTP/1.1", "Transfer-Encoding: chunked", "3\r\nxyz");
    }
    assertEquals("new", inbox().read("a.txt"));
  }

  /** Who has seen one state of a file does not overwrite another (RFC 9110 §13.1.1). */
  @Test
  void theTagThatWasSeenLetsOneReplaceJustThat() throws Exception {
    var handler = inbox().handler();
    String tag = TestSite.ask(handler, TestSite.head("HEAD", "/a.txt")).field("ETag");
    try (var server = new LocalServer(handler)) {
      assertStatus(204, server, request("PUT", "/a.txt", "b", "If-Match: " + tag));
      assertStatus(412, server, request("PUT", "/a.txt", "c", "If-Match: " + tag));
      assertStatus(412, server, request("DELETE", "/a.txt", "", "If-Match: " + tag));
    }
    assertEquals("b", inbox().read("a.txt"));
  }

  @Test
  void aMoveReplacesAFileOnlyIfItSaysSo() throws Exception {
    try (var server = inbox().server()) {
      String to = "Destination: /b.txt";
      assertStatus(204, server, request("MOVE", "/a.txt", "", to, "Overwrite: T"));
      String folder = "Destination: /empty";
      assertStatus(412, server, request("MOVE", "/full", "", folder, "Overwrite: T"));
    }
    assertEquals("a", inbox().read("b.txt"));
  }

  @Test
  void aFolderGoesWithItsLinksAndNotWithWhatTheyLeadTo() throws Exception {
    try (var server = inbox().server()) {
      assertStatus(204, server, request("DELETE", "/full", "", YES));
    }
    assertEquals(List.of("a.txt", "b.txt", "empty", "in", "out"), inbox().names());
    assertEquals("SECRET", Files.readString(around.resolve("outside/keep")));
  }

  @Test
  void aMkcolWithABodyIsNotUnderstood() throws Exception {
    try (var server = inbox().server()) {
      assertStatus(415, server, request("MKCOL", "/new", "<mkcol/>"));
    }
  }

  @Test
  void whatCanBeDoneIsSaid() throws Exception {
    var handler = inbox().handler();
    assertEquals(
        "GET, HEAD, OPTIONS, PUT, PATCH, POST, DELETE, MKCOL, MOVE",
        TestSite.ask(handler, TestSite.head("OPTIONS", "*")).field("Allow"));
    try (var server = new LocalServer(handler)) {
      assertStatus(201, server, put("/new", "x"));
    }
  }
}
