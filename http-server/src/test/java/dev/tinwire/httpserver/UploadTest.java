package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §9.3.4: what PUT leaves behind, and when it leaves nothing. */
@Timeout(30)
final class UploadTest {
  @TempDir Path root;

  private Inbox inbox() {
    return Inbox.uploads(root, "/");
  }

  @Test
  void aFileArrivesAndIsSeenAtOnce() throws Exception {
    try (var server = inbox().server()) {
      server.talk(
          """
          C: GET /a.txt HTTP/1.1
          C: Host: h
          C:
          S: HTTP/1.1 404 Not Found
          S*:
          S+: 404 Not Found: There is nothing here. It may have been moved, or the address has a typo.\\n
          C: PUT /a.txt HTTP/1.1
          C: Host: h
          C: Content-Length: 5
          C:
          C+: hello
          S: HTTP/1.1 201 Created
          S*:
          S+: 201 Created: It has arrived.\\n
          C: GET /a.txt HTTP/1.1
          C: Host: h
          C:
          S: HTTP/1.1 200 OK
          S*:
          S+: hello
          """);
    }
    assertEquals(List.of("a.txt"), inbox().names());
  }

  @Test
  void theFoldersOfADroppedTreeAreMade() throws Exception {
    try (var server = inbox().server()) {
      assertStatus(201, server, put("/my%20photos/2026/a.jpg", "x"));
      assertStatus(201, server, put("/my%20photos/2026/b.jpg", "y"));
    }
    assertEquals("y", inbox().read("my photos/2026/b.jpg"));
  }

  @Test
  void rfc9110Section10Point1Point1AnInvitationComesOnlyIfTheAnswerIsYes() throws Exception {
    Files.writeString(root.resolve("there"), "old");
    try (var server = inbox().server()) {
      server.talk(
          """
          C: PUT /new HTTP/1.1
          C: Host: h
          C: Content-Length: 1
          C: Expect: 100-continue
          C:
          S: HTTP/1.1 100 Continue
          S:
          C+: x
          S: HTTP/1.1 201 Created
          S*:
          S+: 201 Created: It has arrived.\\n
          C: PUT /there HTTP/1.1
          C: Host: h
          C: Content-Length: 1
          C: Expect: 100-continue
          C:
          S: HTTP/1.1 409 Conflict
          S*:
          S+: 409 Conflict: There is something of that name already. Nothing was changed.\\n
          """);
    }
    assertEquals("old", inbox().read("there"));
  }

  @Test
  void whatIsCutLeavesNothingBehind() throws Exception {
    try (var server = inbox().server()) {
      cut(server, "PUT /a/b.bin HTTP/1.1", "Content-Length: 10", "12345");
    } // which waits until it has noticed
    assertEquals(List.of(), inbox().names());
  }

  @ParameterizedTest(name = "PUT {0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /.htaccess                  | 403
          /.well-known/acme/x         | 403
          /a/.git/config              | 403
          /%2e%2e/x                   | 403
          /a%2fb                      | 403
          /..%5cx                     | 403
          /a%0d%0ab                   | 403
          /gnp.%E2%80%AEexe           | 403
          /%20                        | 403
          /x/                         | 409
          /folder                     | 409
          /folder/x                   | 201
          /file/x                     | 409
          /out/x                      | 409
          /link                       | 409
          /a:b%3f.txt                 | 201
          /%D9%85%DB%8C%E2%80%8C%D8%AE | 201
          """)
  void namesAreTakenAsTheyAreOrRefused(String target, int status, @TempDir Path elsewhere)
      throws Exception {
    Files.createDirectory(root.resolve("folder"));
    Files.writeString(root.resolve("file"), "f");
    Files.createSymbolicLink(root.resolve("out"), elsewhere);
    Files.createSymbolicLink(root.resolve("link"), elsewhere.resolve("new"));
    try (var server = inbox().server()) {
      assertStatus(status, server, put(target, "x"));
    }
    try (var files = Files.list(elsewhere)) {
      assertEquals(0, files.count());
    }
    assertTrue(inbox().names().stream().noneMatch(Passing::is), () -> "left behind");
  }

  @Test
  void aNameThatIsTooLongIsRefused() throws Exception {
    try (var server = inbox().server()) {
      assertStatus(201, server, put("/" + "a".repeat(255), "x"));
      assertStatus(403, server, put("/" + "b".repeat(256), "x"));
      assertStatus(403, server, put("/a".repeat(33), "x"));
    }
  }

  @Test
  void onlyTheFolderForItTakesUploads() throws Exception {
    Files.createDirectory(root.resolve("in"));
    Files.createDirectory(root.resolve("private"));
    Files.createSymbolicLink(root.resolve("in/link"), root.resolve("private"));
    var inbox = Inbox.uploads(root, "/in/");
    try (var server = new LocalServer(inbox.handler())) {
      assertStatus(201, server, put("/in/a", "x"));
      String said = said(server, put("/b", "x"));
      assertTrue(said.startsWith("HTTP/1.1 405 "), said);
      assertTrue(said.contains("\r\nAllow: GET, HEAD, OPTIONS\r\n"), said);
      assertStatus(409, server, put("/in/link/c", "x"));
      assertStatus(405, server, put("/inside", "x"));
    }
    assertEquals(List.of("in", "in/a", "in/link", "private"), inbox.names());
  }

  @Test
  void whatIsNotOnIsRefusedAndWhatIsIsSaid() throws Exception {
    Files.writeString(root.resolve("a"), "a");
    try (var server = inbox().server()) {
      assertStatus(405, server, request("DELETE", "/a", ""));
      assertStatus(405, server, request("MKCOL", "/b", ""));
      assertStatus(501, server, request("BREW", "/a", ""));
      String said = said(server, request("DELETE", "/new", ""));
      assertTrue(said.contains("\r\nAllow: GET, HEAD, OPTIONS, PUT, PATCH\r\n"), said);
    }
    assertEquals("a", inbox().read("a"));
  }

  @Test
  void rfc9110Section15Point5Point14TooMuchIsRefusedBeforeItComes() throws Exception {
    var small = inbox().within(new UploadLimits(4, 0), 1000);
    try (var server = new LocalServer(small.handler())) {
      String invite =
          "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
      assertTrue(server.said(invite).startsWith("HTTP/1.1 413 "));
      String chunked = "PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
      assertTrue(server.said(chunked + "5\r\n12345\r\n0\r\n\r\n").startsWith("HTTP/1.1 413 "));
      assertStatus(201, server, put("/a", "1234"));
    }
    assertEquals(List.of("a"), small.names());
  }

  @Test
  void rfc4918Section11Point5RoomOnTheDiskIsKept() throws Exception {
    var full = inbox().within(new UploadLimits(1000, 96), 100);
    try (var server = new LocalServer(full.handler())) {
      String said = said(server, put("/a", "12345"));
      assertTrue(said.startsWith("HTTP/1.1 507 Insufficient Storage\r\n"), said);
      assertTrue(said.endsWith("there is room for 4 B here, not more\n"), said);
      assertStatus(201, server, put("/a", "1234"));
    }
  }

  @Test
  void whatIsCodedIsNotKept() throws Exception {
    try (var server = inbox().server()) {
      String head = "PUT /a HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\n";
      String said = server.said(head + "Content-Length: 1\r\nConnection: close\r\n\r\nx");
      assertTrue(said.startsWith("HTTP/1.1 415 "), said);
      assertTrue(said.contains("\r\nAccept-Encoding: identity\r\n"), said);
    }
  }

  static String put(String target, String body) {
    return request("PUT", target, body);
  }

  static String request(String method, String target, String body, String... lines) {
    String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    return "%s %s HTTP/1.1\r\nHost: h\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(method, target, more, body.length(), body);
  }

  static String said(LocalServer server, String request) throws Exception {
    return server.said(request);
  }

  static void assertStatus(int status, LocalServer server, String request) throws Exception {
    String said = server.said(request);
    assertTrue(said.startsWith("HTTP/1.1 " + status + " "), () -> request + "\n" + said);
  }

  /** Waits until it is invited to send its body, sends some of it and goes. */
  static void cut(LocalServer server, String line, String field, String some) throws Exception {
    try (Socket client = server.connect()) {
      String head = String.join("\r\n", line, "Host: h", field, "Expect: 100-continue", "", "");
      client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      byte[] invitation = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      assertArrayEquals(invitation, client.getInputStream().readNBytes(invitation.length));
      client.getOutputStream().write(some.getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
