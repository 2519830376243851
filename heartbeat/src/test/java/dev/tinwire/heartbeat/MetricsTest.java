package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private final TestFleet fleet = TestFleet.now();

  private String metrics(String config) throws BadConfig {
    var read = ConfigParser.parse(config, ZoneId.of("UTC"));
    return new Metrics(WatchLimits.DEFAULT).of(Scene.of(fleet.view(), read));
  }

  @Test
  void eachSenderHasItsFigures() throws BadConfig {
    fleet.with("db", SenderState.DOWN).with("new", SenderState.NEW);
    String text = metrics("[group g]\n[sender db]\ngroup = g\n");
    for (String line :
        """
        heartbeat_monitor_dropped_total 3
        heartbeat_monitor_blind 0
        heartbeat_senders{state="down"} 1
        heartbeat_senders{state="up"} 0
        heartbeat_up{id="db",group="g"} 0
        heartbeat_up{id="new"} 0
        heartbeat_state{id="db",group="g"} 3
        heartbeat_last_seen_timestamp_seconds{id="db",group="g"} 1795197600.000
        heartbeat_deadline_seconds{id="db",group="g"} 3.0
        heartbeat_lost_total{id="db",group="g"} 1
        heartbeat_restarts_total{id="db",group="g"} 4
        """
            .lines()
            .toList()) {
      assertTrue(text.contains(line + "\n"), line + " in\n" + text);
    }
    assertFalse(text.contains("last_seen_timestamp_seconds{id=\"new\""), "it was never seen");
  }

  @Test
  void eachFamilyIsSaidOnceAndInOnePiece() throws BadConfig {
    fleet.with("a", SenderState.UP).with("b", SenderState.UP);
    var types = metrics("").lines().filter(line -> line.startsWith("# TYPE ")).toList();
    assertEquals(types.size(), types.stream().distinct().count());
  }

  @Test
  void ofVeryManyOnlyThoseInTroubleAreNamed() throws BadConfig {
    for (int i = 0; i < 20_001; i++) fleet.with("s" + i, SenderState.UP);
    fleet.with("bad", SenderState.DOWN);
    String text = metrics("");
    assertTrue(text.contains("heartbeat_senders{state=\"up\"} 20001\n"));
    assertTrue(text.contains("heartbeat_up{id=\"bad\"} 0\n"));
    assertFalse(text.contains("id=\"s7\""));
  }
}
