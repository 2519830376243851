package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AlarmsTest {
  private static final Duration FALL = Duration.ofSeconds(3);

  private final TestFleet fleet = TestFleet.now();
  private final History history = new History(WatchLimits.DEFAULT);
  private final Alarms alarms = new Alarms(history, new Flaps());
  private MonitorConfig config = MonitorConfig.NONE;

  private void config(String text) throws BadConfig {
    config = ConfigParser.parse(text, ZoneId.of("UTC"));
  }

  private Scene scene() {
    return Scene.of(fleet.view(), config);
  }

  private List<String> happen(String id, Happening happening) {
    return words(alarms.on(fleet.happen(id, happening, FALL), scene()));
  }

  private List<String> pass(String time) {
    fleet.clock.advance(Duration.parse(time));
    return words(alarms.tick(scene()));
  }

  private static List<String> words(List<Notice> notices) {
    var words = new ArrayList<String>();
    notices.forEach(notice -> words.add(notice.subject() + " " + notice.kind().word()));
    return words;
  }

  @Test
  void aFallAndAReturnAreToldOnce() {
    fleet.with("a", SenderState.UP);
    assertEquals(List.of("a late"), happen("a", Happening.LATE));
    assertEquals(List.of("a down"), happen("a", Happening.DOWN));
    assertEquals(List.of(), pass("PT1H"));
    assertEquals(List.of("a back"), happen("a", Happening.BACK));
    assertEquals(List.of(), pass("PT1H"));
  }

  @Test
  void anExpectedOneThatNeverCameIsAnAlarmAndItsFirstBeatEndsIt() {
    fleet.with("a", SenderState.NEW);
    assertEquals(List.of("a missing"), happen("a", Happening.MISSING));
    assertEquals(List.of(), pass("PT1M"));
    assertEquals(List.of("a back"), happen("a", Happening.UP));
  }

  @Test
  void whoWasOnlyLateMakesNoAlarm() {
    fleet.with("a", SenderState.UP);
    fleet.happen("a", Happening.LATE, FALL);
    var notices = alarms.on(fleet.happen("a", Happening.BACK, FALL), scene());
    assertEquals(List.of("a back"), words(notices));
    assertEquals(false, notices.getFirst().alarm());
  }

  @Test
  void aMutedFallIsToldWhenTheMuteEndsIfItIsStillDown() {
    fleet.with("a", SenderState.UP).with("b", SenderState.UP);
    var until = fleet.clock.instant().plusSeconds(600);
    fleet.mute("a", until);
    fleet.mute("b", until);
    assertEquals(List.of(), happen("a", Happening.DOWN));
    fleet.mute("a", until);
    assertEquals(List.of(), happen("b", Happening.DOWN));
    assertEquals(List.of(), pass("PT5M"));
    assertEquals(List.of(), happen("b", Happening.BACK), "nobody knew, nobody needs to know");
    assertEquals(List.of("a down"), pass("PT6M"));
  }

  @Test
  void inMaintenanceNobodyIsCalled() throws BadConfig {
    config("[maintenance m]\nfrom = 2026-11-20T17:00\nto = 2026-11-20T19:00\n");
    fleet.with("a", SenderState.UP);
    assertEquals(List.of(), happen("a", Happening.DOWN));
    assertEquals(List.of(), pass("PT59M"));
    assertEquals(List.of("a down"), pass("PT2M"));
  }

  @Test
  void whoeverIsBehindOneThatIsDownIsHeld() throws BadConfig {
    config("[sender switch]\n[sender a]\ndepends-on = switch\n");
    fleet.with("switch", SenderState.UP).with("a", SenderState.UP);
    happen("switch", Happening.LATE);
    assertEquals(List.of(), happen("a", Happening.DOWN));
    assertEquals(List.of("switch down"), happen("switch", Happening.DOWN));
    assertEquals(List.of(), pass("PT10M"));
    assertEquals(List.of("switch back"), happen("switch", Happening.BACK));
    assertEquals(List.of("a down"), pass("PT1S"), "it did not come back with its switch");
  }

  @Test
  void aBlindMonitorSaysSoOnceAndHoldsTheRest() {
    for (String id : List.of("a", "b", "c")) fleet.with(id, SenderState.UP);
    fleet.blind(true);
    assertEquals(List.of("monitor blind"), pass("PT1S"));
    assertEquals(List.of(), happen("a", Happening.DOWN));
    assertEquals(List.of(), happen("b", Happening.DOWN));
    assertEquals(List.of(), happen("b", Happening.BACK));
    fleet.blind(false);
    assertEquals(List.of("monitor sighted", "a down"), pass("PT1S"));
  }

  @Test
  void whoFlapsIsSaidOnceToFlapAndOnceToHoldStill() {
    fleet.with("a", SenderState.UP);
    var told = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      told.addAll(happen("a", Happening.DOWN));
      told.addAll(pass("PT10S"));
      told.addAll(happen("a", Happening.BACK));
      told.addAll(pass("PT10S"));
    }
    assertEquals(List.of("a down", "a back", "a down", "a back", "a flapping"), told);
    assertTrue(alarms.flapping("a", fleet.clock.instant()));
    assertEquals(List.of("a steady"), pass("PT2H"));
    assertEquals(List.of("a down"), happen("a", Happening.DOWN));
  }

  @Test
  void remindersComeUntilSomebodyAcknowledges() throws BadConfig {
    config("[alerts]\nremind = 1h\n");
    fleet.with("a", SenderState.UP);
    happen("a", Happening.DOWN);
    assertEquals(List.of(), pass("PT59M"));
    assertEquals(List.of("a reminder"), pass("PT1M"));
    assertEquals(List.of(), pass("PT59M"));
    assertEquals(List.of("a reminder"), pass("PT1M"));
    fleet.acknowledge("a");
    assertEquals(List.of(), pass("PT5H"));
    assertEquals(List.of("a back"), happen("a", Happening.BACK));
  }

  @Test
  void aRestartEndsAnAlarmAndIsNoneByItself() {
    fleet.with("a", SenderState.UP);
    assertEquals(List.of("a restart"), happen("a", Happening.RESTART));
    happen("a", Happening.DOWN);
    assertEquals(List.of("a back"), happen("a", Happening.RESTART));
    assertEquals(List.of("a bye"), happen("a", Happening.BYE));
  }

  @Test
  void whoWasDownBeforeTheMonitorStartedIsNotToldAgainButItsReturnIs() {
    fleet.with("a", SenderState.DOWN);
    alarms.adopt(scene());
    assertEquals(List.of(), pass("PT1M"));
    assertEquals(List.of("a back"), happen("a", Happening.BACK));
  }

  @Test
  void aForgottenOneIsNoAlarmAnyMore() throws BadConfig {
    config("[alerts]\nremind = 1h\n");
    fleet.with("a", SenderState.UP);
    happen("a", Happening.DOWN);
    fleet.forget("a");
    assertEquals(List.of(), pass("PT2H"));
  }

  @Test
  void theTextHasAllThatOneAsksFirst() {
    fleet.with("a", SenderState.UP).with("b", SenderState.DOWN);
    history.note(fleet.view());
    fleet.clock.advance(Duration.ofMinutes(5));
    fleet.put(Views.beaten(fleet.get("a"), 400, 16, fleet.clock.instant(), Duration.ZERO));
    history.note(fleet.view());
    fleet.clock.advance(FALL);
    var notice = alarms.on(fleet.happen("a", Happening.DOWN, FALL), scene()).getFirst();
    assertEquals(
        """
        a is down
        why: no beat in time
        state: down since 2026-11-20 18:05:03 UTC (0s ago)
        last beat: 2026-11-20 18:05:00 UTC (3s ago)
        it was up for: 5m
        longest silence before: 1s
        lost in the last hour: 4.8 % (15 of 315)
        address: 192.0.2.7:4711
        also down: b\
        """,
        String.join("\n", notice.lines()));
  }
}
