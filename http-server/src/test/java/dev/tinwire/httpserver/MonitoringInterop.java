package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures as Prometheus's own program reads them. */
class MonitoringInterop {
  @Test
  void promtoolHasNothingToSay() throws Exception {
    Needs.programs("promtool");
    var latency = new Latency(ServerObserver.SILENT);
    var figures =
        new MetricsText.Figures(
            new Counters(),
            3,
            latency.counts(),
            Duration.ofMillis(1234),
            Instant.parse("2026-11-20T15:00:00Z"),
            Duration.ofSeconds(2),
            1 << 30);
    var promtool = new Program(List.of("promtool"));
    var invocation = Invocation.of("check", "metrics").withInput(MetricsText.of(figures));
    var outcome = invocation.on(promtool);
    assertEquals("0 ", outcome.status() + " " + outcome.stdout() + outcome.stderr());
  }
}
