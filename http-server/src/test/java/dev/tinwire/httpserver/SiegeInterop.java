package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many rude clients at once for a while, and one that is not: it is always answered, and afterwards
 * nothing is left of them. {@code -Dsiege.seconds=600} for the long one.
 */
final class SiegeInterop {
  private static final int ATTACKERS = 24;
  private static final List<Attack> KINDS = List.of(Attack.values());
  private static final byte[] GET =
      "GET /canary/c.txt HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path temp;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong attacks = new AtomicLong();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();

  @Test
  @Timeout(3600)
  void nothingIsLeftOfRudeClients() throws Exception {
    var time = Duration.ofSeconds(Long.getLong("siege.seconds", 8));
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site)
        .file("a.txt", "0123456789")
        .file("long.txt", "all work and no play ".repeat(1000))
        .file("sub/b.txt", "b")
        .file("canary/c.txt", "0123456789"); // which no attack names, so that none may change it
    byte[] large = new byte[2_000_000];
    new Random(1).nextBytes(large);
    Files.write(site.resolve("large.bin"), large);
    var words = new ArrayList<>(List.of("--quiet", "--timeout", "400ms"));
    String more = System.getProperty("siege.options", "");
    if (!more.isEmpty()) words.addAll(List.of(more.split(" ", -1)));
    try (var server = new Serving(temp.resolve("home"), site, words.toArray(String[]::new))) {
      besiege(server, Duration.ofSeconds(3)); // fills pools and caches, loads classes
      Belongings before = atRest(site, null);
      attacks.set(0);
      answers.set(0);
      asked.set(0);
      besiege(server, time);
      Belongings after = atRest(site, before);
      String report =
          "%,d attacks, %,d with an answer, %,d requests in between%nbefore %s%nafter  %s%n%s"
              .formatted(attacks.get(), answers.get(), asked.get(), before, after, server.err());
      System.out.println(report);
      assertEquals(List.of(), faults.stream().limit(10).toList());
      assertTrue(after.isBackTo(before), report);
      assertEquals("", server.err(), "a failure of ours");
    }
  }

  private void besiege(Serving server, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    var all = new ArrayList<Thread>();
    var ammunition = new Ammunition();
    for (int i = 0; i < ATTACKERS; i++) {
      all.add(Thread.ofVirtual().start(() -> attack(server, ammunition, end)));
    }
    all.add(Thread.ofVirtual().start(() -> ask(server, end)));
    for (Thread each : all) each.join();
  }

  private void attack(Serving server, Ammunition ammunition, long end) {
    while (System.nanoTime() - end < 0 && faults.size() < 10) {
      long seed = ThreadLocalRandom.current().nextLong();
      var random = new Random(seed);
      byte[] bytes = ammunition.next(random);
      Attack attack = KINDS.get(random.nextInt(KINDS.size()));
      try {
        String said = attack.on(server.address(), bytes, random);
        attacks.incrementAndGet();
        if (!said.isEmpty()) answers.incrementAndGet();
        judge(said, attack + " by seed " + seed);
      } catch (IOException | RuntimeException e) {
        faults.add(attack + " by seed " + seed + ": " + e);
      }
    }
  }

  private void judge(String said, String what) {
    if (!said.isEmpty() && !said.matches("(?s)HTTP/1\\.1 [1-5][0-9]{2} .*")) {
      faults.add(what + " was answered by " + said.substring(0, Math.min(100, said.length())));
    }
    if (said.contains("HTTP/1.1 500")) faults.add(what + " made it fail");
  }

  /** Who means well is served at any time. */
  private void ask(Serving server, long end) {
    while (System.nanoTime() - end < 0 && faults.size() < 10) {
      try {
        String said = Attack.WHOLE.on(server.address(), GET, new Random());
        asked.incrementAndGet();
        if (!said.startsWith("HTTP/1.1 200 ") || !said.endsWith("\n0123456789")) {
          faults.add("who meant well was answered by " + said);
        }
      } catch (IOException e) {
        faults.add("who meant well was not answered: " + e);
      }
    }
  }

  /** Waits until it holds no more than it did, but not for ever. */
  private static Belongings atRest(Path site, @Nullable Belongings start) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      Belongings now = Belongings.now(site);
      boolean rests = start == null ? now.sessions() == 0 : now.isBackTo(start);
      if (rests || System.nanoTime() - end > 0) return now;
    }
  }
}
