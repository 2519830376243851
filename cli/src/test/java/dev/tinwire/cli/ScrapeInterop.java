package dev.tinwire.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.httpclient.HttpClient;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real Prometheus reads /metrics, with the rules that we ship. */
@Tag("interop")
@Timeout(300)
class ScrapeInterop {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
  private static final Path RULES = Path.of("../docs/heartbeat-rules.yml");

  @TempDir private Path folder;
  private String prometheus = "";

  private Running start(String... words) throws IOException {
    var invocation =
        Invocation.of(words)
            .withEnv("XDG_RUNTIME_DIR", folder.toString())
            .within(Duration.ofSeconds(60));
    return Suites.program().start(invocation);
  }

  private Running prometheus(String target) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ["RULES"]
            scrape_configs:
              - job_name: tinwire
                static_configs: [{targets: ["TARGET"]}]
            """
                .replace("RULES", RULES.toAbsolutePath().normalize().toString())
                .replace("TARGET", target));
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    prometheus = "http://127.0.0.1:" + port;
    var words =
        Invocation.of(
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .within(Duration.ofSeconds(60));
    return new Program(List.of(PROGRAM.toString())).start(words);
  }

  /** Waits until the query has this value. */
  private void await(String query, String value) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    String url =
        prometheus + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    try (var client = HttpClient.create()) {
      for (String said = ""; ; ) {
        if (System.nanoTime() > end) throw new AssertionError(query + " is " + said);
        try (var answer = client.get(url)) {
          said = answer.text();
        }
        List<Json> found = Json.parse(said).at("/data/result").items();
        if (found.size() == 1 && found.getFirst().at("/value/1").text().equals(value)) return;
      }
    }
  }

  @Test
  void itSeesWhoBeatsAndTheShippedRuleFiresWhenOneFallsSilent() throws Exception {
    assumeTrue(Files.isExecutable(PROGRAM), "no prometheus");
    try (var monitor = start("monitor", "--port", "0", "--lines", "--web=127.0.0.1:0")) {
      String port = monitor.awaitError("hearing beats at 127\\.0\\.0\\.1:([0-9]+).*").group(1);
      String page = monitor.awaitError("status page at http://.*:([0-9]+)/").group(1);
      try (var beat = start("beat", "127.0.0.1:" + port, "--every", "300ms", "--id", "web-1");
          var server = prometheus("127.0.0.1:" + page)) {
        server.awaitError(".*Server is ready.*");
        await("heartbeat_up{id=\"web-1\"}", "1");
        await("up{job=\"tinwire\"}", "1");
        await("heartbeat_beats_total{id=\"web-1\"} > bool 3", "1");
        beat.signal("KILL");
        await("heartbeat_state{id=\"web-1\"}", "3");
        await("ALERTS{alertname=\"HeartbeatDown\",id=\"web-1\",alertstate=\"firing\"}", "1");
      }
    }
  }
}
