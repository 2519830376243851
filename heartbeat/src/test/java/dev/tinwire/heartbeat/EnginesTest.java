package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EnginesTest {
  private static final URI AGENT = URI.create("http://127.0.0.1:8500/");

  private final TestFleet fleet = TestFleet.now();
  private final AlertmanagerAlerts alerts =
      new AlertmanagerAlerts(new History(WatchLimits.DEFAULT));
  private final List<String> requests = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final ConsulChecks consul = new ConsulChecks(this::agent, Duration.ofSeconds(1));

  /** An agent as Consul's: it knows those that were registered. */
  private int agent(HttpCaller.Call call) {
    String path = call.url().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    requests.add(call.method() + " " + path + " " + call.body());
    if (path.endsWith("/register")) {
      try {
        known.add(Json.parse(call.body()).get("Check").get("CheckID").text());
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    if (path.contains("/deregister/")) known.remove(id);
    return path.contains("/update/") && !known.contains(id) ? 404 : 200;
  }

  private Scene scene() {
    return Scene.of(fleet.view(), MonitorConfig.NONE);
  }

  private static boolean isDown(SenderView sender) {
    return sender.state() == SenderState.DOWN;
  }

  private List<String> round() {
    return alerts.round(scene(), EnginesTest::isDown, _ -> Optional.empty());
  }

  @Test
  void whoIsDownIsAnAlertEachRoundAndWhoIsBackEndsIt() throws Exception {
    fleet.with("a", SenderState.UP).with("b", SenderState.UP);
    assertEquals(List.of(), round());
    fleet.happen("a", Happening.DOWN, Duration.ofSeconds(3));
    var alert = Json.parse(round().getFirst()).get(0);
    assertEquals("HeartbeatDown", alert.get("labels").get("alertname").text());
    assertEquals("a", alert.get("labels").get("id").text());
    assertEquals("critical", alert.get("labels").get("severity").text());
    assertEquals("2026-11-20T18:00:00Z", alert.get("startsAt").text());
    assertEquals("2026-11-20T18:04:00Z", alert.get("endsAt").text());
    fleet.clock.advance(Duration.ofMinutes(1));
    assertEquals(
        "2026-11-20T18:05:00Z", Json.parse(round().getFirst()).get(0).get("endsAt").text());
    fleet.happen("a", Happening.BACK, Duration.ofSeconds(3));
    var over = Json.parse(round().getFirst()).get(0);
    assertEquals("2026-11-20T18:01:00Z", over.get("endsAt").text());
    assertEquals("2026-11-20T18:00:00Z", over.get("startsAt").text());
    assertEquals(List.of(), round());
  }

  @Test
  void whoIsHeldIsNoAlert() {
    fleet.with("a", SenderState.DOWN);
    assertEquals(
        List.of(),
        alerts.round(scene(), EnginesTest::isDown, _ -> Optional.of(new Hold.AlwaysMuted())));
  }

  @Test
  void manyAlertsAreSeveralBodies() {
    for (int i = 0; i < 2500; i++) fleet.with("s" + i, SenderState.DOWN);
    assertEquals(3, round().size());
  }

  @Test
  void consulHasAServiceAndACheckForEach() throws Exception {
    fleet.with("db.1", SenderState.UP).with("b", SenderState.DOWN);
    consul.round(AGENT, scene(), _ -> Optional.of("dbs"));
    assertEquals(
        "PUT /v1/agent/service/register {\"ID\":\"tinwire-db.1\",\"Name\":\"db-1\",\"Tags\":"
            + "[\"dbs\"],\"Check\":{\"CheckID\":\"tinwire-db.1\",\"Name\":\"heartbeat of db.1\","
            + "\"TTL\":\"60s\"}}",
        requests.getFirst());
    assertEquals(
        "PUT /v1/agent/check/update/tinwire-db.1 {\"Status\":\"passing\",\"Output\":"
            + "\"up since 2026-11-20 18:00:00 UTC\"}",
        requests.get(1));
    assertTrue(requests.get(3).contains("\"critical\""));
    requests.clear();
    consul.round(AGENT, scene(), _ -> Optional.empty());
    assertEquals(2, requests.size(), "registered already");
  }

  @Test
  void anAgentThatForgotIsToldAgainAndWhoIsForgottenIsTakenOut() throws Exception {
    fleet.with("a", SenderState.UP).with("b", SenderState.UP);
    consul.round(AGENT, scene(), _ -> Optional.empty());
    known.clear();
    fleet.forget("b");
    requests.clear();
    consul.round(AGENT, scene(), _ -> Optional.empty());
    assertTrue(requests.getFirst().startsWith("PUT /v1/agent/service/deregister/tinwire-b"));
    assertEquals(Set.of("tinwire-a"), known);
    assertFalse(requests.stream().anyMatch(r -> r.contains("update/tinwire-b")));
  }
}
