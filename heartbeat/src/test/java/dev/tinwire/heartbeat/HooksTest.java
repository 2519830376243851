package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class HooksTest {
  private final TestFleet fleet = TestFleet.now();
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private Hooks hooks = new Hooks(WatchLimits.DEFAULT, log::add);

  @AfterEach
  void close() {
    hooks.close();
  }

  private Notice notice(String id) {
    return new Notice(
        fleet.clock.instant(),
        Notice.Kind.DOWN,
        Optional.of(fleet.sender(id, SenderState.DOWN)),
        SenderState.LATE,
        Duration.ofMillis(3250),
        "no beat in time",
        List.of(id + " is down", "last beat: never"),
        Manner.NONE);
  }

  private void run(String id, String... words) {
    hooks.run(new HookCommand(List.of(words)), notice(id));
  }

  private String next() throws InterruptedException {
    return String.valueOf(log.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void theFactsAreInTheEnvironmentAndWhatItSaysInTheLog() throws InterruptedException {
    run("db-1", "sh", "-c", "env | grep ^TINWIRE_ | grep -v TEXT | sort");
    assertEquals("hook sh: TINWIRE_ADDRESS=192.0.2.7:4711", next());
    assertEquals("hook sh: TINWIRE_BEFORE=late", next());
    assertEquals("hook sh: TINWIRE_EVENT=down", next());
    assertEquals("hook sh: TINWIRE_ID=db-1", next());
    assertEquals("hook sh: TINWIRE_REASON=no beat in time", next());
    assertEquals("hook sh: TINWIRE_SEVERITY=critical", next());
    assertEquals("hook sh: TINWIRE_SILENCE=3.25", next());
    assertEquals("hook sh: TINWIRE_SINCE=2026-11-20T18:00:00Z", next());
    assertEquals("hook sh: TINWIRE_STATE=down", next());
    assertEquals("hook sh: TINWIRE_TIME=2026-11-20T18:00:00Z", next());
  }

  @Test
  void noShellReadsTheWords() throws InterruptedException {
    run("a", "echo", "$(id)", "; rm -rf /", "\u001b[2J");
    assertEquals("hook echo: $(id) ; rm -rf / \\x1b[2J", next());
  }

  @Test
  void oneThatFailsIsSaid() throws InterruptedException {
    run("a", "sh", "-c", "echo no modem >&2; exit 3");
    assertEquals("hook sh: no modem", next());
    assertEquals("hook sh failed with exit status 3", next());
    run("a", "/no/such/program");
    assertTrue(next().startsWith("hook /no/such/program cannot be started: "));
  }

  @Test
  void oneThatTakesTooLongIsEnded() throws InterruptedException {
    hooks = new Hooks(limits(8, Duration.ofMillis(200)), log::add);
    run("a", "sleep", "1000");
    assertEquals("hook sleep took longer than 200ms; ended", next());
  }

  @Test
  void thoseOfOneSenderRunOneAfterTheOther(@TempDir Path folder) throws Exception {
    Path go = folder.resolve("go");
    String busy = folder.resolve("busy").toString();
    String alone =
        "mkdir "
            + busy
            + " || echo together; while [ ! -e "
            + go
            + " ]; do sleep 0.05; done; rmdir "
            + busy
            + "; echo ran";
    run("a", "sh", "-c", alone);
    run("a", "sh", "-c", alone);
    run("b", "sh", "-c", "echo other");
    assertEquals("hook sh: other", next());
    Files.createFile(go);
    assertEquals("hook sh: ran", next());
    assertEquals("hook sh: ran", next());
  }

  @Test
  void noMoreThanTheLimitRunAtOnce(@TempDir Path folder) throws Exception {
    hooks = new Hooks(limits(1, Duration.ofSeconds(30)), log::add);
    Path go = folder.resolve("go");
    run("a", "sh", "-c", "while [ ! -e " + go + " ]; do sleep 0.05; done; echo a");
    run("b", "echo", "b");
    Files.createFile(go);
    assertEquals("hook sh: a", next());
    assertEquals("hook echo: b", next());
  }

  private static WatchLimits limits(int hooks, Duration time) {
    var d = WatchLimits.DEFAULT;
    return new WatchLimits(
        d.histories(),
        d.intervals(),
        d.downtimes(),
        d.queue(),
        hooks,
        time,
        d.callTime(),
        d.patience(),
        d.viewers(),
        d.controlTime(),
        d.metricsIds(),
        d.rows());
  }
}
