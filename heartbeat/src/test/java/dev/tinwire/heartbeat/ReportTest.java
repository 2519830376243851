package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private final TestFleet fleet = TestFleet.now();
  private final UptimeBook books = new UptimeBook(WatchLimits.DEFAULT);

  private MonitorConfig aDayWithAnHourOfTrouble() throws BadConfig {
    fleet.with("a", SenderState.UP).with("b", SenderState.NEW);
    books.note(fleet.view());
    fleet.clock.advance(Duration.ofHours(22));
    books.note(fleet.happen("a", Happening.DOWN, Duration.ofHours(1)));
    books.note(fleet.happen("a", Happening.BACK, Duration.ofHours(1)));
    fleet.clock.advance(Duration.ofHours(2));
    return ConfigParser.parse("[group g]\n[sender a]\ngroup = g\n", ZoneId.of("UTC"));
  }

  @Test
  void asCsv() throws BadConfig {
    var config = aDayWithAnHourOfTrouble();
    assertEquals(
        List.of(
            "id,group,state,first_seen,uptime_1h_percent,uptime_24h_percent,uptime_7d_percent,"
                + "uptime_30d_percent,uptime_90d_percent,downtimes_30d,down_30d_s,longest_30d_s",
            "a,g,up,2026-11-20T18:00:00Z,100.000,95.833,95.833,95.833,95.833,1,3600,3600",
            "b,,new,,,,,,,0,0,0"),
        Report.csv(fleet.view(), books, config));
  }

  @Test
  void asJsonWithTheDowntimes() throws BadConfig {
    var config = aDayWithAnHourOfTrouble();
    assertEquals(
        "{\"id\":\"a\",\"group\":\"g\",\"state\":\"up\",\"first_seen\":\"2026-11-20T18:00:00Z\","
            + "\"uptime_1h_percent\":100.000,\"uptime_24h_percent\":95.833,"
            + "\"uptime_7d_percent\":95.833,\"uptime_30d_percent\":95.833,"
            + "\"uptime_90d_percent\":95.833,\"downtimes\":[{\"from\":\"2026-11-21T15:00:00Z\","
            + "\"to\":\"2026-11-21T16:00:00Z\",\"planned\":false,\"why\":\"no beat in time\"}]}",
        Report.json(fleet.view(), books, config).getFirst());
  }
}
