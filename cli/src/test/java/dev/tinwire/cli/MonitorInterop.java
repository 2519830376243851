package dev.tinwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.httpclient.HttpClient;
import dev.tinwire.testkit.Browser;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real monitor and real senders, as a browser, Alertmanager and the shell see them. */
@Tag("interop")
@Timeout(300)
class MonitorInterop {
  @TempDir private Path folder;

  private Running start(String... words) throws IOException {
    var invocation =
        Invocation.of(words)
            .withEnv("XDG_RUNTIME_DIR", folder.toString())
            .within(Duration.ofSeconds(60));
    return Suites.program().start(invocation);
  }

  private Running monitor(String... more) throws IOException {
    var words = new ArrayList<>(List.of("monitor", "--port", "0", "--lines"));
    words.addAll(List.of(more));
    return start(words.toArray(String[]::new));
  }

  private Running beat(String port) throws IOException, InterruptedException {
    var beat = start("beat", "127.0.0.1:" + port, "--every", "300ms", "--id", "web-1");
    beat.awaitError("beating to .*");
    return beat;
  }

  private static String port(Running monitor) throws InterruptedException {
    return monitor.awaitError("hearing beats at 127\\.0\\.0\\.1:([0-9]+).*").group(1);
  }

  @Test
  void aBrowserSeesASenderTurnLateThenDownThenBackWithoutReloading() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    try (var browser = Browser.open(folder);
        var monitor = monitor("--web=127.0.0.1:0")) {
      String port = port(monitor);
      String page = monitor.awaitError("status page at (http://.*/)").group(1);
      try (var beat = beat(port)) {
        browser.go(page.replace("localhost", "127.0.0.1"));
        browser.run(
            """
            window.seen = [];
            const look = () => {
              const row = document.querySelector('tbody tr');
              if (row && seen.at(-1) !== row.className) seen.push(row.className);
            };
            new MutationObserver(look).observe(document.getElementById('live'), {childList: true});
            look();
            """);
        browser.await("seen.at(-1) === 'up'");
        beat.signal("STOP");
        browser.await("seen.at(-1) === 'down'");
        browser.await("document.title.startsWith('(1 down)')");
        beat.signal("CONT");
        browser.await("seen.at(-1) === 'up' && seen.includes('down')");
        String seen = browser.text("seen.slice(seen.indexOf('up')).join(' ')");
        assertTrue(seen.matches("up (late )?down (late )?up"), seen);
        browser.go(browser.text("document.querySelector('tbody a').href"));
        browser.await("document.querySelectorAll('.plot circle').length > 5");
        browser.await("document.querySelector('.plot .deadline')");
        assertEquals("[]", browser.console());
      }
    }
  }

  @Test
  void alertmanagerHasTheAlertWhileItIsDownAndNotAfter() throws Exception {
    Path program = Path.of("/usr/bin/prometheus-alertmanager");
    assumeTrue(Files.isExecutable(program), "no prometheus-alertmanager");
    Path config =
        Files.writeString(
            folder.resolve("am.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    int at = freePort();
    var words =
        Invocation.of(
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("am"),
                "--web.listen-address=127.0.0.1:" + at,
                "--cluster.listen-address=")
            .within(Duration.ofSeconds(60));
    String url = "http://127.0.0.1:" + at;
    try (var manager = new Program(List.of(program.toString())).start(words)) {
      manager.awaitError(".*Listening on.*");
      try (var monitor = monitor("--alertmanager", url)) {
        String port = port(monitor);
        try (var beat = beat(port)) {
          monitor.awaitLine(".*Heart is beating.*");
          beat.signal("STOP");
          awaitAlerts(url, 1);
          Json alert = alerts(url).items().getFirst();
          assertEquals("web-1", alert.at("/labels/id").text());
          assertEquals("critical", alert.at("/labels/severity").text());
          assertEquals("web-1 is down", alert.at("/annotations/summary").text());
          beat.signal("CONT");
          awaitAlerts(url, 0);
        }
      }
    }
  }

  private static Json alerts(String url) throws IOException, InterruptedException {
    try (var client = HttpClient.create();
        var answer = client.get(url + "/api/v2/alerts?active=true")) {
      return Json.parse(answer.text());
    }
  }

  private static void awaitAlerts(String url, int count) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (alerts(url).items().size() != count) {
      if (System.nanoTime() > end) throw new AssertionError(alerts(url).print());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aKilledMonitorGoesOnWithItsBooksAndItsSocket() throws Exception {
    Path snapshot = folder.resolve("snapshot");
    String[] words = {
      "--snapshot", snapshot.toString(), "--control", folder.resolve("c").toString()
    };
    try (var first = monitor(words)) {
      try (var _ = beat(port(first))) {
        first.awaitLine(".*Heart is beating.*");
      }
      first.awaitLine(".*Client has been stopped.*");
      assertEquals(1, downtimes());
      first.signal("TERM");
      assertEquals(0, first.outcome().status());
    }
    try (var second = monitor(words)) {
      second.awaitError("going on from .*");
      port(second);
      assertEquals(1, downtimes(), "neither forgotten nor counted twice");
      second.signal("KILL");
      second.outcome();
    }
    assertTrue(Files.exists(folder.resolve("c")), "it had no time to take leave");
    try (var third = monitor(words)) {
      port(third);
      assertEquals(1, downtimes());
    }
  }

  private int downtimes() throws Exception {
    var report =
        Invocation.of("monitor", "report", "--json", "--control", folder.resolve("c").toString());
    var outcome = report.on(Suites.program());
    assertEquals(0, outcome.status(), outcome::toString);
    return Json.parse(outcome.lines().getFirst()).get("downtimes").items().size();
  }
}
