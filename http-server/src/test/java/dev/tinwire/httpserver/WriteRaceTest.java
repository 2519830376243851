package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several at once, some of them hostile. */
@Timeout(60)
final class WriteRaceTest {
  @TempDir Path around;
  private Path root = Path.of("");

  @BeforeEach
  void aSite() throws Exception {
    root = Files.createDirectory(around.resolve("site"));
  }

  @Test
  void ofManyWhoSendOneNameOneWinsAndItsFileIsWhole() throws Exception {
    int senders = 8;
    try (var server = Inbox.uploads(root, "/").server()) {
      for (int round = 0; round < 20; round++) {
        String name = "new/" + round + "/same";
        var together = new CyclicBarrier(senders);
        var statuses = Collections.synchronizedList(new ArrayList<String>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < senders; i++) {
          String put = UploadTest.put("/" + name, Integer.toString(i).repeat(5000));
          threads.add(
              Thread.ofPlatform()
                  .start(() -> {
                    try {
                      together.await();
                      statuses.add(server.said(put).substring(9, 12));
                    } catch (Exception e) {
                      statuses.add(e.toString());
                    }
                  }));
        }
        for (Thread thread : threads) assertTrue(thread.join(Duration.ofSeconds(30)));
        assertEquals(1, Collections.frequency(statuses, "201"), statuses::toString);
        assertEquals(senders - 1, Collections.frequency(statuses, "409"), statuses::toString);
        String content = Files.readString(root.resolve(name));
        assertEquals(content.substring(0, 1).repeat(5000), content);
      }
    }
  }

  @Test
  void ofManyWhoMoveToOneNameOneWins() throws Exception {
    int movers = 8;
    for (int i = 0; i < movers; i++) Files.writeString(root.resolve("from" + i), "x" + i);
    try (var server = Inbox.writable(root).server()) {
      var together = new CyclicBarrier(movers);
      var statuses = Collections.synchronizedList(new ArrayList<String>());
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < movers; i++) {
        String move = UploadTest.request("MOVE", "/from" + i, "", "Destination: /to");
        threads.add(
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    together.await();
                    statuses.add(server.said(move).substring(9, 12));
                  } catch (Exception e) {
                    statuses.add(e.toString());
                  }
                }));
      }
      for (Thread thread : threads) assertTrue(thread.join(Duration.ofSeconds(30)));
      assertEquals(1, Collections.frequency(statuses, "201"), statuses::toString);
    }
    assertEquals(movers, Inbox.writable(root).names().size(), "a file was lost");
  }

  /** Somebody turns a folder into a link that leads out and back again, all the time. */
  @Test
  void aRaceWithLinksIsNeverWon() throws Exception {
    TestSite.in(around).file("elsewhere/keep", "SECRET").file("elsewhere/x", "SECRET");
    TestSite.in(root).folder("flip/sub").file("a", "a");
    Path folder = root.resolve("flip");
    var flips = new AtomicInteger();
    var flipping =
        Thread.ofPlatform()
            .start(() -> {
              while (!Thread.currentThread().isInterrupted()) flip(folder, flips);
            });
    try {
      var handler = Inbox.writable(root).handler();
      for (int i = 0; i < 500; i++) {
        ask(handler, "MKCOL", "/flip/new" + i);
        ask(handler, "PUT", "/flip/put" + i);
        ask(handler, "PUT", "/flip/deep" + i + "/put");
        ask(handler, "MOVE", "/flip/put" + i, "Destination: /flip/moved" + i);
        ask(handler, "DELETE", "/flip/keep");
        ask(handler, "DELETE", "/flip/x");
        ask(handler, "MOVE", "/a", "Destination: /flip/a");
        ask(handler, "MOVE", "/flip/a", "Destination: /a");
      }
    } finally {
      flipping.interrupt();
      assertTrue(flipping.join(Duration.ofSeconds(10)));
    }
    assertTrue(flips.get() > 20, () -> flips + " flips");
    var elsewhere =
        new Inbox(around.resolve("elsewhere"), Receiving.NOTHING, Instant::now, 0, Friends.NONE);
    assertEquals(List.of("keep", "x"), elsewhere.names());
    assertEquals("SECRET", elsewhere.read("keep"));
  }

  /** To a link and back; what the visitors make in its place meanwhile is put away. */
  private void flip(Path folder, AtomicInteger flips) {
    Path aside = around.resolve("aside" + flips.incrementAndGet());
    try {
      Files.move(folder, aside);
      Files.createSymbolicLink(folder, around.resolve("elsewhere"));
      Files.delete(folder);
      Files.move(aside, folder);
    } catch (IOException _) {
      // A visitor has made a folder of that name: that one is flipped next.
    }
  }

  /** What fails at the last moment may be a fault of the machine, and has changed nothing. */
  private static void ask(Handler handler, String method, String target, String... lines) {
    try {
      var answer = handler.answer(TestSite.request(TestSite.head(method, target, lines)));
      answer.content().close();
    } catch (IOException _) {
      // The folder was gone.
    }
  }

  @Test
  void nobodyEverSeesAPartOfAFile() throws Exception {
    var inbox = Inbox.writable(root);
    Files.writeString(root.resolve("f"), "0".repeat(20_000));
    try (var server = inbox.server()) {
      var writing =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (int i = 1; i <= 100; i++) {
                    server.said(UploadTest.put("/f", Integer.toString(i % 10).repeat(20_000)));
                  }
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      while (writing.isAlive()) {
        String said = server.said(UploadTest.request("GET", "/f", ""));
        String body = said.substring(said.indexOf("\r\n\r\n") + 4);
        assertEquals(body.substring(0, 1).repeat(20_000), body);
      }
    }
  }
}
