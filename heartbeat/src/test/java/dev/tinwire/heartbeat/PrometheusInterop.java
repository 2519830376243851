package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our figures and our rules as Prometheus's own program reads them. */
@Tag("interop")
final class PrometheusInterop {
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
  private static final Path RULES =
      Path.of(System.getProperty("tinwire.root", ".."), "docs", "heartbeat-rules.yml");

  @BeforeAll
  static void needs() {
    assumeTrue(Files.isExecutable(PROMTOOL), "promtool is not installed");
  }

  private static String promtool(String input, String... words) throws InterruptedException {
    var program = new Program(List.of(PROMTOOL.toString()));
    var outcome = Invocation.of(words).withInput(input).on(program);
    return outcome.status() + " " + outcome.stdout() + outcome.stderr();
  }

  @Test
  void promtoolHasNothingToSayOfTheFigures() throws InterruptedException {
    var fleet = TestFleet.now();
    for (SenderState state : SenderState.values()) fleet.with("s-" + state, state);
    String text = new Metrics(WatchLimits.DEFAULT).of(Scene.of(fleet.view(), MonitorConfig.NONE));
    assertEquals("0 ", promtool(text, "check", "metrics"));
  }

  @Test
  void theRulesAreRules() throws InterruptedException {
    String said = promtool("", "check", "rules", RULES.toString());
    assertEquals("0", said.substring(0, 1), said);
  }

  @Test
  void theRulesRaiseWhatTheySay(@TempDir Path folder) throws Exception {
    Path tests = folder.resolve("tests.yml");
    Files.writeString(
        tests,
        """
        rule_files: [RULES]
        evaluation_interval: 1m
        tests:
          - interval: 1m
            input_series:
              - {series: 'heartbeat_monitor_info', values: '1+0x10 _x20'}
              - {series: 'heartbeat_state{id="db"}', values: '1 1 3 3 3 1 1'}
              - {series: 'heartbeat_state{id="lap"}', values: '4+0x10'}
            alert_rule_test:
              - {eval_time: 1m, alertname: HeartbeatDown, exp_alerts: []}
              - eval_time: 3m
                alertname: HeartbeatDown
                exp_alerts:
                  - exp_labels: {id: db, severity: critical}
                    exp_annotations:
                      summary: db is down
                      description: No heartbeat for longer than the monitor would ever wait for it.
              - {eval_time: 6m, alertname: HeartbeatDown, exp_alerts: []}
              - {eval_time: 9m, alertname: HeartbeatMonitorGone, exp_alerts: []}
              - eval_time: 25m
                alertname: HeartbeatMonitorGone
                exp_alerts:
                  - exp_labels: {severity: critical}
                    exp_annotations: {summary: nobody listens to heartbeats any more}
        """
            .replace("RULES", RULES.toAbsolutePath().normalize().toString()));
    String said = promtool("", "test", "rules", tests.toString());
    assertEquals("0", said.substring(0, 1), said);
  }
}
