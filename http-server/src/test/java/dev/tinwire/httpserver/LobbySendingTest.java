package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers from memory that a client does not take at once, because it is slow or does not read. */
class LobbySendingTest {
  private static final String GET = "GET /big HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String LAST = "GET /big HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Together more than the buffers of a loopback connection hold. */
  private static final int MANY = 100;

  private static final String BIG = "0123456789abcde\n".repeat(15_000);

  @TempDir Path root;

  @BeforeEach
  void file() throws IOException {
    TestSite.in(root).file("big", BIG).file("a.txt", "hello\n");
  }

  private static Socket asking(KnownSite known, String requests) throws IOException {
    Socket socket = known.server().connect();
    socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static int answers(String said) {
    return said.split("HTTP/1.1 200 OK", -1).length - 1;
  }

  /** Whether all that was said are whole answers with this content. */
  private static void assertAllWhole(String said) {
    for (String one : said.split("HTTP/1.1 200 OK", -1)) {
      if (!one.isEmpty()) assertEquals(BIG, one.substring(one.indexOf("\r\n\r\n") + 4));
    }
  }

  @Test
  void whoReadsLateGetsAllOfIt() throws Exception {
    try (var known = new KnownSite(root)) {
      known.learn("/big");
      try (var late = asking(known, GET.repeat(MANY) + LAST)) {
        known.server().served();
        int looked = known.looked();
        // Others are served meanwhile.
        known.learn("/a.txt");
        assertEquals(looked + 1, known.looked());
        String said = LocalServer.rest(late);
        assertEquals(MANY + 1, answers(said));
        assertAllWhole(said);
        assertEquals(looked + 1, known.looked());
      }
    }
  }

  @Test
  void whatComesBehindABigOneAndIsForASessionIsAnsweredInItsTurn() throws Exception {
    try (var known = new KnownSite(root)) {
      known.learn("/big");
      String range = "GET /big HTTP/1.1\r\nHost: h\r\nRange: bytes=0-2\r\n\r\n";
      try (var late = asking(known, GET.repeat(MANY) + range + LAST)) {
        known.server().served();
        String said = LocalServer.rest(late);
        assertEquals(MANY + 1, answers(said));
        assertTrue(said.indexOf("HTTP/1.1 206") > said.lastIndexOf(BIG, said.lastIndexOf(BIG) - 1));
      }
    }
  }

  @Test
  void whoStopsReadingIsDropped() throws Exception {
    var pace = new Pace(Duration.ofMillis(200), 1000);
    try (var known = new KnownSite(root, limits -> limits.withPace(pace))) {
      known.learn("/big");
      try (var never = asking(known, GET.repeat(MANY))) {
        Served served = known.server().served();
        while (served.whole()) served = known.server().served();
        assertTrue(served.bytes() < BIG.length());
        assertFalse(known.server().failed());
        assertThrows(IOException.class, () -> LocalServer.rest(never));
      }
    }
  }

  @Test
  void whoLeavesInTheMiddleIsToldOf() throws Exception {
    try (var known = new KnownSite(root)) {
      known.learn("/big");
      try (var gone = asking(known, GET.repeat(MANY))) {
        known.server().served();
        gone.setSoLinger(true, 0);
      }
      Served served = known.server().served();
      while (served.whole()) served = known.server().served();
      assertFalse(known.server().failed());
      while (known.server().server().connections() > 0) Thread.onSpinWait();
    }
  }

  @Test
  void atShutdownAnAnswerThatIsBeingTakenIsFinishedAndTheNextSaysClose() throws Exception {
    try (var known = new KnownSite(root, limits -> limits.withGrace(Duration.ofHours(1)))) {
      known.learn("/big");
      try (var late = asking(known, GET.repeat(MANY));
          var idle = asking(known, "GET /big HTTP/1.1\r\nHost: h\r\n\r\n")) {
        known.server().served();
        Thread closing = Thread.ofVirtual().start(known::close);
        String said = LocalServer.rest(late);
        assertAllWhole(said);
        if (answers(said) < MANY) assertTrue(said.contains("Connection: close\r\n"));
        assertAllWhole(LocalServer.rest(idle));
        assertTrue(closing.join(SOON));
      }
    }
  }

  @Test
  void atShutdownWhatNobodyTakesIsAborted() throws Exception {
    try (var known = new KnownSite(root, limits -> limits.withGrace(Duration.ofMillis(50)))) {
      known.learn("/big");
      try (var never = asking(known, GET.repeat(MANY))) {
        known.server().served();
        // Whoever comes next to the same lobby has a turn when the buffers are full.
        for (int i = 0; i < HttpServer.LOBBIES; i++) known.learn("/a.txt");
        assertTimeoutPreemptively(SOON, known::close);
        assertThrows(IOException.class, () -> LocalServer.rest(never));
      }
    }
  }

  @Test
  void whoWaitsIsSentHomeAtOnce() throws Exception {
    try (var known = new KnownSite(root, limits -> limits.withGrace(Duration.ofHours(1)))) {
      known.learn("/a.txt");
      try (var idle = asking(known, "GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n");
          var fresh = known.server().connect()) {
        known.server().served();
        assertTimeoutPreemptively(SOON, known::close);
        assertTrue(LocalServer.rest(idle).endsWith("hello\n"));
        assertEquals("", LocalServer.rest(fresh));
      }
    }
  }

  @Test
  void whoWaitsTooLongIsSentHomeWithoutAWord() throws Exception {
    Duration brief = Duration.ofMillis(200);
    try (var known = new KnownSite(root, limits -> limits.withIdle(brief).withHead(brief))) {
      known.learn("/a.txt");
      try (var idle = asking(known, "GET /a.txt HTTP/1.1\r\nHost: h\r\n\r\n");
          var silent = known.server().connect()) {
        assertTrue(LocalServer.rest(idle).endsWith("hello\n"));
        assertEquals("", LocalServer.rest(silent));
      }
    }
  }
}
