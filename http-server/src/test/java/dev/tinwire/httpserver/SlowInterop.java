package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** slowhttptest: clients that are slow on purpose are ended, and hold up nobody. */
final class SlowInterop {
  @TempDir private Path temp;

  @ParameterizedTest(name = "{0} with {1} connections")
  @CsvSource({
    "-H, 60", "-H, 500", // heads that never end
    "-B, 60", "-B, 500", // bodies that drip
    "-X, 60", "-X, 500", // readers that hardly read
  })
  void slowClientsAreEndedAndOthersServed(String kind, int connections) throws Exception {
    Needs.programs("slowhttptest");
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site).file("a.txt", "0123456789");
    Files.write(site.resolve("large.bin"), new byte[16 << 20]);
    var server = new Serving(temp.resolve("home"), site, "--log", "json", "--timeout", "1500ms");
    try (server) {
      var over = new CountDownLatch(1);
      var others = new Others(server, over);
      Thread canary = Thread.ofVirtual().start(others);
      String url = "http://127.0.0.1:" + server.address().getPort() + "/large.bin";
      String count = Integer.toString(connections);
      String[] words = {kind, "-c", count, "-r", "250", "-i", "1", "-l", "8", "-p", "2", "-u", url};
      String said = OtherProgram.run("slowhttptest", words).stdout();
      assertTrue(said.contains("YES"), said); // "service available"
      over.countDown();
      canary.join();
      assertEquals("", others.complaint, () -> "at request " + others.asked);
      assertTrue(others.asked.get() > 2, "asked only " + others.asked + " times");
    }
    // A connection that was reset is still "connected" to slowhttptest, so our log counts.
    long ended = ended(server.out(), kind);
    assertTrue(ended >= connections, () -> ended + " of " + connections + " were ended");
  }

  /** How many slow ones the log says were answered with a no, or broken off. */
  private static long ended(String log, String kind) {
    String sign =
        switch (kind) {
          case "-H" -> "\"status\":408";
          case "-B" -> "\"status\":405";
          default -> "\"whole\":false";
        };
    return log.lines().filter(line -> line.contains(sign)).count();
  }

  /** Somebody who means well and comes again and again. */
  private static final class Others implements Runnable {
    private final Serving server;
    private final CountDownLatch over;
    private volatile String complaint = "";
    private final AtomicInteger asked = new AtomicInteger();

    Others(Serving server, CountDownLatch over) {
      this.server = server;
      this.over = over;
    }

    @Override
    public void run() {
      do {
        asked.incrementAndGet();
        try (var socket = new Socket()) {
          socket.setSoTimeout(2000); // "in time"
          socket.connect(server.address(), 2000);
          socket
              .getOutputStream()
              .write("GET /a.txt HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          byte[] got = socket.getInputStream().readAllBytes();
          String said = new String(got, StandardCharsets.ISO_8859_1);
          if (!said.startsWith("HTTP/1.1 200 ") || !said.endsWith("\n0123456789")) complaint = said;
        } catch (IOException e) {
          complaint = e.toString();
        }
      } while (complaint.isEmpty() && !isOver());
    }

    /** Waits for it a little while, for the log holds only so much at a time. */
    private boolean isOver() {
      try {
        return over.await(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException _) {
        return true;
      }
    }
  }
}
