package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of changes, over real sockets, of real files. */
class LiveReloadTest {
  private static final Handler NO_SITE = _ -> Answer.of(Status.OK, Content.of("of the site"));

  @TempDir private Path root;

  /** Both, ended in the order in which they must be. */
  private record Live(LiveReload live, LocalServer server) implements AutoCloseable {
    static Live of(LiveReload live) throws IOException {
      return new Live(live, LocalServer.within(l -> l.withGrace(Duration.ofHours(1)), live));
    }

    @Override
    public void close() {
      live.close();
      server.close();
    }
  }

  private LiveReload live() {
    return LiveReload.over(NO_SITE, root, ServerObserver.SILENT);
  }

  private LiveReload live(int streams) {
    var often = Duration.ofMillis(5);
    return LiveReload.over(NO_SITE, root, ServerObserver.SILENT, often, streams);
  }

  /** A page that listens, and what it hears. */
  private record Listener(Socket socket, BufferedReader in) implements AutoCloseable {
    static Listener at(LocalServer server, String target, String more) throws IOException {
      Socket socket = server.connect();
      String head = "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + more + "\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      var listener = new Listener(socket, new BufferedReader(in));
      listener.until("retry: 1000");
      return listener;
    }

    /** Reads on to this line; the chunks in between do not matter. */
    void until(String expected) throws IOException {
      for (String line = in.readLine(); !expected.equals(line); line = in.readLine()) {
        if (line == null) throw new AssertionError("the stream ended before " + expected);
        boolean other = line.startsWith("event:") && expected.startsWith("event:");
        if (other) throw new AssertionError(line + " instead of " + expected);
      }
    }

    long number() throws IOException {
      String id = in.readLine();
      assertEquals(id.replace("id:", "data:"), in.readLine());
      assertEquals("", in.readLine());
      return Long.parseLong(id.substring("id: ".length()));
    }

    void end() throws IOException {
      String line = in.readLine();
      while (line != null) line = in.readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void aStreamIsToldOfEachChangeAndOfItsKind() throws Exception {
    try (var live = Live.of(live());
        var page = Listener.at(live.server(), "/-/live", "");
        var another = Listener.at(live.server(), "/-/live", "")) {
      Files.writeString(root.resolve("style.css"), "a {}");
      page.until("event: css");
      another.until("event: css");
      long first = page.number();
      Files.writeString(root.resolve("index.html"), "a");
      page.until("event: reload");
      another.until("event: reload");
      assertTrue(page.number() > first);
    }
  }

  @Test
  void whoComesBackIsToldWhatItMissed() throws Exception {
    try (var live = Live.of(live());
        var longAgo = Listener.at(live.server(), "/-/live?since=1", "")) {
      longAgo.until("event: reload");
      long now = longAgo.number();
      Files.writeString(root.resolve("style.css"), "a {}");
      longAgo.until("event: css");
      // The browser's word is newer than the address.
      String seen = "Last-Event-ID: " + now + "\r\n";
      try (var again = Listener.at(live.server(), "/-/live?since=1", seen)) {
        again.until("event: css");
        assertTrue(again.number() > now);
      }
    }
  }

  @Test
  void theHeadSaysThatItIsNoAnswerToKeep() throws Exception {
    try (var live = Live.of(live())) {
      live.server()
          .talk(
              """
              C: HEAD /-/live HTTP/1.1
              C: Host: h
              C:
              S: HTTP/1.1 200 OK
              D
              S: Connection: close
              S: Content-Type: text/event-stream
              S: Cache-Control: no-store
              S: X-Content-Type-Options: nosniff
              S: X-Accel-Buffering: no
              S:
              """);
    }
  }

  @Test
  void aSilentStreamSaysSomethingNowAndThen() throws Exception {
    try (var live = Live.of(live(1));
        var page = Listener.at(live.server(), "/-/live", "")) {
      page.until(":");
      page.until(":");
    }
  }

  @Test
  void aPageThatIsGoneGivesItsPlaceBack() throws Exception {
    try (var live = Live.of(live(1))) {
      try (var page = Listener.at(live.server(), "/-/live", "")) {
        page.until(":");
        String refused = live.server().said("GET /-/live HTTP/1.0\r\n\r\n");
        assertTrue(refused.startsWith("HTTP/1.1 503 "), refused);
        assertEquals(503, live.server().served().status().code());
      }
      assertEquals(false, live.server().served().whole()); // the stream, which was noticed
      try (var next = Listener.at(live.server(), "/-/live", "")) {
        next.until(":");
      }
    }
  }

  @Test
  void twoStreamsDoNotDelayTheEnd() throws Exception {
    var live = Live.of(live());
    try (var one = Listener.at(live.server(), "/-/live", "");
        var two = Listener.at(live.server(), "/-/live", "")) {
      assertTimeoutPreemptively(Duration.ofSeconds(10), live::close); // of an hour's grace
      one.end();
      two.end();
      assertTrue(live.server().served().whole());
      assertTrue(live.server().served().whole());
    }
  }

  @Test
  void theScriptIsServedAndEverythingElseIsTheSites() throws Exception {
    try (var live = live()) {
      var script = TestSite.ask(live, TestSite.head("GET", "/-/live.js"));
      assertEquals("text/javascript;charset=utf-8", script.field("Content-Type"));
      assertTrue(script.text().contains("new EventSource("));
      for (String path : new String[] {"/", "/-/", "/-/live/", "/-/liver", "/a/-/live"}) {
        assertEquals("of the site", TestSite.ask(live, TestSite.head("GET", path)).text());
      }
      var refused = TestSite.ask(live, TestSite.head("POST", "/-/live"));
      assertEquals(405, refused.status());
      assertEquals("GET, HEAD", refused.field("Allow"));
      assertEquals(501, TestSite.ask(live, TestSite.head("BREW", "/-/live.js")).status());
    }
  }
}
