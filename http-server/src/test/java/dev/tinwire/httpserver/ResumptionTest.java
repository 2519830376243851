package dev.tinwire.httpserver;

import static dev.tinwire.httpserver.UploadTest.assertStatus;
import static dev.tinwire.httpserver.UploadTest.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upload that was cut goes on where it was. */
@Timeout(30)
final class ResumptionTest {
  @TempDir Path root;

  private Inbox inbox() {
    return Inbox.uploads(root, "/");
  }

  private static String part(String target, int from, String content, int total) {
    int last = from + content.length() - 1;
    return request(
        "PUT", target, content, "Content-Range: bytes " + from + "-" + last + "/" + total);
  }

  private static String append(String target, String content, int total, String... more) {
    String[] lines = new String[more.length + 2];
    lines[0] = "X-Update-Range: append";
    lines[1] = "Upload-Length: " + total;
    System.arraycopy(more, 0, lines, 2, more.length);
    return request("PATCH", target, content, lines);
  }

  /** What a HEAD says is there of it. */
  private static String offset(LocalServer server, String target, int total) throws Exception {
    String said = server.said(request("HEAD", target, "", "Upload-Length: " + total));
    assertTrue(said.startsWith("HTTP/1.1 404 "), said);
    return said.replaceFirst("(?s).*\r\nUpload-Offset: ([0-9]+)\r\n.*", "$1");
  }

  @Test
  void piecesBecomeAFileWhenTheLastHasCome() throws Exception {
    try (var server = inbox().server()) {
      assertEquals("0", offset(server, "/a/b", 10));
      String said = server.said(part("/a/b", 0, "01234", 10));
      assertTrue(said.startsWith("HTTP/1.1 202 Accepted\r\n"), said);
      assertTrue(said.contains("\r\nUpload-Offset: 5\r\n"), said);
      assertStatus(404, server, request("GET", "/a/b", ""));
      assertStatus(201, server, part("/a/b", 5, "56789", 10));
    }
    assertEquals("0123456789", inbox().read("a/b"));
    assertEquals(List.of("a", "a/b"), inbox().names());
  }

  @Test
  void whatWasCutIsKeptAndAHeadTellsHowMuchItIs() throws Exception {
    try (var server = inbox().server()) {
      String fields = "Content-Range: bytes 0-9/10\r\nContent-Length: 10";
      UploadTest.cut(server, "PUT /a HTTP/1.1", fields, "0123");
    } // waits until it has noticed; and another server goes on
    try (var server = inbox().server()) {
      assertEquals("4", offset(server, "/a", 10));
      assertEquals("0", offset(server, "/a", 11));
      assertEquals("0", offset(server, "/b", 10));
      assertStatus(201, server, part("/a", 4, "456789", 10));
    }
    assertEquals("0123456789", inbox().read("a"));
    assertEquals(List.of("a"), inbox().names());
  }

  /** Two senders of the same name and length do not go on with each other's beginning. */
  @Test
  void whoNamesAnUploadGoesOnWithHisOwn() throws Exception {
    try (var server = inbox().server()) {
      String mine = "Upload-Id: me-1";
      assertStatus(202, server, append("/a", "0123", 10, mine));
      assertStatus(202, server, append("/a", "x", 10, "Upload-Id: you"));
      assertStatus(202, server, append("/a", "zz", 10));
      assertEquals("2", offset(server, "/a", 10));
      String said = server.said(request("HEAD", "/a", "", "Upload-Length: 10", mine));
      assertTrue(said.contains("\r\nUpload-Offset: 4\r\n"), said);
      assertStatus(201, server, append("/a", "456789", 10, mine));
      assertStatus(400, server, append("/b", "0", 10, "Upload-Id: ../x"));
      assertStatus(400, server, append("/b", "0", 10, "Upload-Id: a", "Upload-Id: a"));
    }
    assertEquals("0123456789", inbox().read("a"));
  }

  @Test
  void patchAppends() throws Exception {
    try (var server = inbox().server()) {
      assertStatus(202, server, append("/a", "0123", 10));
      assertStatus(202, server, append("/a", "45", 10, "Upload-Offset: 4"));
      assertStatus(409, server, append("/a", "45", 10, "Upload-Offset: 4"));
      assertStatus(413, server, append("/a", "67890", 10));
      assertStatus(201, server, append("/a", "6789", 10));
    }
    assertEquals("0123456789", inbox().read("a"));
  }

  @Test
  void aPieceThatDoesNotFitIsToldWhereToGoOn() throws Exception {
    try (var server = inbox().server()) {
      assertStatus(202, server, part("/a", 0, "0123", 10));
      String said = server.said(part("/a", 6, "6789", 10));
      assertTrue(said.startsWith("HTTP/1.1 409 Conflict\r\n"), said);
      assertTrue(said.contains("\r\nUpload-Offset: 4\r\n"), said);
      assertStatus(202, server, part("/a", 0, "ab", 10)); // from the start again
      assertEquals("2", offset(server, "/a", 10));
    }
  }

  @Test
  void theLengthMustBeThatOfTheRange() throws Exception {
    try (var server = inbox().server()) {
      String wrong = request("PUT", "/a", "01234", "Content-Range: bytes 0-5/10");
      assertStatus(400, server, wrong);
      String chunked =
          String.join(
              "\r\n",
              "PUT /a HTTP/1.1",
              "Host: h",
              "Content-Range: bytes 0-2/3",
              "Transfer-Encoding: chunked",
              "",
              "4",
              "abcd",
              "0",
              "",
              "");
      assertTrue(server.said(chunked).startsWith("HTTP/1.1 413 "));
      assertStatus(201, server, part("/a", 0, "xyz", 3));
    }
    assertEquals("xyz", inbox().read("a"));
  }

  @Test
  void whatIsThereIsNotReplacedByPiecesEither() throws Exception {
    Files.writeString(root.resolve("a"), "old");
    try (var server = inbox().server()) {
      assertStatus(409, server, part("/a", 0, "new", 3));
      assertStatus(409, server, append("/a", "new", 3));
    }
    try (var server = new LocalServer(Inbox.writable(root).handler())) {
      assertStatus(202, server, part("/a", 0, "n", 3));
      assertEquals("old", inbox().read("a"));
      assertStatus(204, server, part("/a", 1, "ew", 3));
    }
    assertEquals("new", inbox().read("a"));
  }

  @Test
  void theWholeLengthCounts() throws Exception {
    var small = inbox().within(new UploadLimits(100, 10), 60);
    try (var server = new LocalServer(small.handler())) {
      assertStatus(413, server, part("/a", 0, "x", 101));
      assertStatus(507, server, part("/a", 0, "x", 51));
      assertStatus(202, server, part("/a", 0, "x", 50));
    }
  }

  @Test
  void onlyOneConnectionSendsAtATime() throws Exception {
    try (var server = inbox().server();
        var first = server.connect()) {
      String invited =
          String.join(
              "\r\n",
              "PUT /a HTTP/1.1",
              "Host: h",
              "Content-Range: bytes 0-3/4",
              "Content-Length: 4",
              "Expect: 100-continue",
              "",
              "");
      first.getOutputStream().write(invited.getBytes(StandardCharsets.US_ASCII));
      byte[] go = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      assertEquals(go.length, first.getInputStream().readNBytes(go.length).length);
      String said = server.said(part("/a", 0, "abcd", 4));
      assertTrue(said.startsWith("HTTP/1.1 409 ") && said.contains("\r\nRetry-After: "), said);
      first.getOutputStream().write("0123".getBytes(StandardCharsets.US_ASCII));
      first.shutdownOutput();
      assertTrue(LocalServer.rest(first).startsWith("HTTP/1.1 201 "));
    }
    assertEquals("0123", inbox().read("a"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nobodyCanAskForWhatIsOnItsWay(boolean showHidden) throws Exception {
    try (var server = inbox().server()) {
      assertStatus(202, server, part("/a", 0, "0123", 10));
    }
    String partial = inbox().names().getFirst();
    assertTrue(Passing.is(partial), partial);
    var site = TestSite.in(root);
    var handler = site.handler(new SiteRoot(root, showHidden), SiteOptions.DEFAULT);
    assertEquals(404, TestSite.ask(handler, TestSite.head("GET", "/" + partial)).status());
    var folder = new Folder(SitePath.ROOT, root, false, new SiteRoot(root, showHidden));
    assertEquals(List.of(), new FolderReader(folder, showHidden, 10).read(() -> true).entries());
  }
}
