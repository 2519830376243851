package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered by heart is what would be answered otherwise, and in its turn. */
class LobbyTest {
  private static final String GET = "GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n";

  @TempDir Path root;

  @BeforeEach
  void files() throws IOException {
    TestSite.in(root)
        .file("a.txt", "hello\n")
        .file("large.txt", "0123456789abcdef".repeat(2000))
        .file("folder/index.html", "<h1>folder</h1>\n");
  }

  private static String undated(String said) {
    return said.replaceAll("\r\nDate: [^\r]*", "");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "GET /a.txt HTTP/1.1|Host: h",
        "GET /a.txt HTTP/1.0",
        "GET /a.txt HTTP/1.0|Connection: keep-alive",
        "GET http://h/a.txt HTTP/1.1|Host: h",
        "HEAD /a.txt HTTP/1.1|Host: h",
        "GET /large.txt HTTP/1.1|Host: h",
        "HEAD /large.txt HTTP/1.1|Host: h",
        "GET /a.txt HTTP/1.1|Host: h|If-None-Match: *",
        "GET /a.txt HTTP/1.1|Host: h|If-Match: \"other\"",
        "GET /a.txt HTTP/1.1|Host: h|If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
        "GET /folder/ HTTP/1.1|Host: h",
        "GET /folder HTTP/1.1|Host: h",
        "GET /nothing HTTP/1.1|Host: h",
        "GET /a.txt HTTP/1.1|Host: h|Accept: text/html",
        "GET /a.txt HTTP/1.1|Host: h|Content-Length: 0"
      })
  void whatIsKnownByHeartIsWhatWouldBeAnswered(String request) throws Exception {
    String last = request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n";
    String kept = request.replace("|", "\r\n") + "\r\n\r\n";
    try (var plain = new LocalServer(TestSite.in(root).handler());
        var known = new KnownSite(root)) {
      String expected = undated(plain.said(last));
      assertEquals(expected, undated(known.server().said(last)));
      int looked = known.looked();
      assertEquals(expected, undated(known.server().said(last)), "by heart");
      assertEquals(expected, undated(known.server().said(last)), "by heart, once more");
      if (!request.contains("Content-Length")) assertEquals(looked, known.looked());
      // And where another follows.
      assertEquals(undated(plain.said(kept + last)), undated(known.server().said(kept + last)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "GET /a.txt?sha256 HTTP/1.1|Host: h",
        "GET /a.txt HTTP/1.1|Host: h|Range: bytes=1-2",
        "GET /large.txt HTTP/1.1|Host: h|Accept-Encoding: gzip",
        "OPTIONS /a.txt HTTP/1.1|Host: h",
        "DELETE /a.txt HTTP/1.1|Host: h",
        "GET /a.txt HTTP/1.1|Host: h|Expect: 100-continue|Content-Length: 3",
        "GET /a.txt HTTP/1.1",
        "GET /a.txt HTTP/1.1|Host: h|Host: h",
        "GET /a.txt HTTP/2.0|Host: h",
        "GET /a.txt HTTP/1.1|Host: h|Transfer-Encoding: chunked|Content-Length: 3",
        "GET https://h/a.txt HTTP/1.1|Host: h",
        "GET /a.txt HTTP/1.1|Host : h",
        "GET  /a.txt HTTP/1.1|Host: h"
      })
  void whatNeedsALookIsForASession(String request) throws Exception {
    String last = request.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n";
    try (var plain = new LocalServer(TestSite.in(root).handler());
        var known = new KnownSite(root)) {
      known.learn("/a.txt");
      known.learn("/large.txt");
      String expected = undated(plain.said(last));
      assertEquals(expected, undated(known.server().said(last)));
      assertEquals(expected, undated(known.server().said(last)), "once more");
    }
  }

  @Test
  void requestsOfBothKindsAreAnsweredInOrder() throws Exception {
    try (var known = new KnownSite(root)) {
      known.learn("/a.txt");
      String body = "PUT /a.txt HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nGET /";
      String range = "GET /a.txt HTTP/1.1\r\nHost: h\r\nRange: bytes=1-2\r\n\r\n";
      String said = known.server().said(GET + body + GET + GET + range + GET.replace("1.1", "1.0"));
      var answers = new ArrayList<String>();
      for (String part : said.split("HTTP/1.1 ", -1)) {
        if (!part.isEmpty()) answers.add(part.substring(0, 3));
      }
      assertEquals(List.of("200", "405", "200", "200", "206", "200"), answers, said);
    }
  }

  @Test
  void aHeadThatComesInPiecesIsWaitedForAndTheNextIsAnsweredByHeart() throws Exception {
    try (var known = new KnownSite(root);
        var socket = known.server().connect()) {
      known.learn("/a.txt");
      for (byte each : GET.getBytes(StandardCharsets.US_ASCII)) {
        socket.getOutputStream().write(each);
      }
      assertTrue(answer(socket).endsWith("hello\n"));
      // The session gives the connection back when nothing more has come; it may be quicker or not.
      int tries = 0;
      int looked;
      do {
        looked = known.looked();
        socket.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
        assertTrue(answer(socket).endsWith("hello\n"));
      } while (known.looked() != looked && ++tries < 1000);
      assertEquals(looked, known.looked(), "never by heart");
    }
  }

  @Test
  void aRequestAndHalfOfTheNextAreBothAnswered() throws Exception {
    try (var known = new KnownSite(root);
        var socket = known.server().connect()) {
      known.learn("/a.txt");
      socket.getOutputStream().write((GET + "GET /fo").getBytes(StandardCharsets.US_ASCII));
      assertTrue(answer(socket).endsWith("hello\n"));
      String rest = "lder/ HTTP/1.0\r\n\r\n";
      socket.getOutputStream().write(rest.getBytes(StandardCharsets.US_ASCII));
      assertTrue(LocalServer.rest(socket).endsWith("<h1>folder</h1>\n"));
    }
  }

  @Test
  void whatWeHaveChangedOurselvesIsLookedAtAtOnce() throws Exception {
    try (var known = new KnownSite(root)) {
      known.learn("/a.txt");
      Files.writeString(root.resolve("a.txt"), "other\n");
      assertTrue(known.server().said(GET.replace("1.1", "1.0")).endsWith("hello\n"));
      known.site().changed();
      assertTrue(known.server().said(GET.replace("1.1", "1.0")).endsWith("other\n"));
    }
  }

  @Test
  void manyWaitAtOnceAndAreAllServed() throws Exception {
    try (var known = new KnownSite(root)) {
      known.learn("/a.txt");
      var sockets = new ArrayList<Socket>();
      for (int i = 0; i < 300; i++) sockets.add(known.server().connect());
      for (int round = 0; round < 3; round++) {
        for (Socket socket : sockets) {
          socket.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
        }
        for (Socket socket : sockets) assertTrue(answer(socket).endsWith("hello\n"));
      }
      assertEquals(300, known.server().server().connections());
      for (Socket socket : sockets) socket.close();
      while (known.server().server().connections() > 0) Thread.onSpinWait();
    }
  }

  @Test
  void theBooksAreKept() throws Exception {
    try (var known = new KnownSite(root)) {
      known.learn("/a.txt");
      known.server().said(GET.replace("1.1", "1.0"));
      Served served = known.server().served();
      assertEquals("GET /a.txt HTTP/1.0", served.head().orElseThrow().line().toString());
      assertEquals(200, served.status().code());
      assertEquals(6, served.bytes());
      assertTrue(served.whole());
      assertEquals(2, known.server().server().counters().requests(2));
      assertEquals(12, known.server().server().counters().bytes());
      assertFalse(known.server().failed());
    }
  }

  /** One answer with a length that has a line at its end. */
  private static String answer(Socket socket) throws IOException {
    var said = new StringBuilder();
    while (!said.toString().contains("\r\n\r\n"))
      said.append((char) socket.getInputStream().read());
    String length = said.toString().replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1");
    byte[] content = socket.getInputStream().readNBytes(Integer.parseInt(length));
    return said + new String(content, StandardCharsets.ISO_8859_1);
  }
}
