package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class StatusSiteTest {
  private final TestFleet fleet = TestFleet.now();
  private final History history = new History(WatchLimits.DEFAULT);
  private final Observatory observatory =
      new Observatory(
          fleet,
          () -> MonitorConfig.NONE,
          history,
          new UptimeBook(WatchLimits.DEFAULT),
          fleet.clock::nanoTime);
  private final StatusSite site = new StatusSite(observatory, WatchLimits.DEFAULT, false);

  private static String text(StatusServer.Page page) {
    assertEquals(200, page.status());
    return ((StatusServer.Body.Text) page.body()).text();
  }

  @Test
  void thePageIsATableSortedByTroubleWithoutAScript() {
    fleet.with("web", SenderState.UP).with("db", SenderState.UP);
    fleet.happen("db", Happening.DOWN, Duration.ofSeconds(3));
    String html = text(site.page("/"));
    assertTrue(html.contains("<tr class=\"down\"><td class=\"state\">down"), html);
    assertTrue(html.indexOf("sender/db") < html.indexOf("sender/web"));
    assertTrue(html.contains("data-title=\"(1 down) Heartbeats\""), html);
    assertTrue(html.contains("3s of 3s"));
  }

  @Test
  void aBlindMonitorSaysSoInABanner() {
    fleet.with("web", SenderState.UP);
    assertFalse(text(site.page("/")).contains("class=\"blind\""));
    fleet.blind(true);
    fleet.clock.advance(Duration.ofSeconds(1));
    assertTrue(text(site.page("/")).contains("class=\"blind\""));
  }

  @Test
  void whatCannotBeIsSaidInANote() throws Exception {
    fleet.with("web", SenderState.UP);
    fleet.conflict("web: 3s <at> the latest");
    assertTrue(
        text(site.page("/")).contains("<p class=\"conflict\">web: 3s &lt;at&gt; the latest</p>"));
    Json json = Json.parse(text(site.page("/status.json")).strip());
    assertEquals("web: 3s <at> the latest", json.at("/conflicts/0").text());
  }

  @Test
  void thePublicPageTellsNoAddressesAndNoValues() {
    fleet.with("web", SenderState.UP);
    for (String path : List.of("/", "/sender/web", "/status.json", "/metrics", "/badge/web.svg")) {
      String said = text(site.page(path));
      assertFalse(said.contains("192.0.2.7"), path);
      assertFalse(said.contains("0.3<"), path);
    }
    var open = new StatusSite(observatory, WatchLimits.DEFAULT, true);
    assertTrue(text(open.page("/sender/web")).contains("192.0.2.7:4711"));
    assertTrue(text(open.page("/status.json")).contains("192.0.2.7:4711"));
  }

  @Test
  void whatCouldBeMarkupIsEscaped() {
    fleet.with("web", SenderState.UP);
    fleet.put(
        new SenderView(
            "<b>&\"'",
            SenderState.UP,
            Instant.EPOCH,
            null,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            0,
            0,
            0,
            0,
            0,
            null,
            Map.of("<i>", "\u001b<script>"),
            null,
            false,
            false));
    var open = new StatusSite(observatory, WatchLimits.DEFAULT, true);
    for (String path : List.of("/", "/sender/<b>&\"'", "/badge/<b>&\"'.svg")) {
      String said = text(open.page(path));
      assertFalse(said.contains("<b>&\""), said);
      assertFalse(said.contains("<script>"), said);
      assertFalse(said.contains("\u001b"), said);
    }
  }

  @Test
  void aSendersPageHasItsIntervalsAndTheDeadline() {
    fleet.with("web", SenderState.UP);
    history.note(fleet.view());
    assertTrue(text(site.page("/sender/web")).contains("Too few beats"));
    for (int i = 1; i <= 5; i++) {
      fleet.clock.advance(Duration.ofSeconds(1));
      fleet.put(Views.beaten(fleet.get("web"), 100 + i, 1, fleet.clock.instant(), Duration.ZERO));
      history.note(fleet.view());
    }
    String html = text(site.page("/sender/web"));
    assertEquals(5, html.split("<circle class=\"beat\"", -1).length - 1);
    assertTrue(html.contains("<polyline class=\"deadline\""), html);
    assertTrue(html.contains("<rect class=\"beat\""), html);
    assertTrue(html.contains("<td>2s<td>5s</tr>"), html);
    assertTrue(html.contains("False alarms in 7d<td>about 3<td>&lt; 1</tr>"), html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/x",
        "/sender/",
        "/sender/nobody",
        "/events/nobody",
        "/badge/web",
        "/badge/nobody.svg",
        "//",
        "/sender/web/",
        "/../status.css",
        "/StatusSite.class"
      })
  void whatIsNotThereIsNotFound(String path) {
    fleet.with("web", SenderState.UP);
    assertEquals(404, site.page(path).status());
  }

  @Test
  void theJsonIsJsonAndTheBadgeAPicture() throws Exception {
    fleet.with("web", SenderState.UP);
    Json json = Json.parse(text(site.page("/status.json")).strip());
    assertEquals("web", json.at("/senders/0/id").text());
    assertTrue(text(site.page("/badge/web.svg")).startsWith("<svg xmlns="));
    assertTrue(text(site.page("/badge/web.svg")).contains("web: up"));
  }

  @Test
  void allAnswersForbidForeignContent() {
    for (String path : List.of("/", "/x", "/status.js", "/metrics")) {
      String policy = site.page(path).fields().get("Content-Security-Policy");
      assertTrue(String.valueOf(policy).startsWith("default-src 'none'"), path);
    }
  }

  @Test
  void aStreamSendsThePartAnewWhenItHasChangedUntilTheSiteIsClosed() throws Exception {
    fleet.with("web", SenderState.UP);
    var page = site.page("/events");
    var stream = (StatusServer.Body.Stream) page.body();
    var out = new Sent();
    Thread reader = Thread.ofVirtual().start(() -> out.fill(stream.writer()));
    out.await("class=\"up\"");
    fleet.happen("web", Happening.LATE, Duration.ofSeconds(2));
    fleet.clock.advance(Duration.ofSeconds(1));
    out.await("class=\"late\"");
    site.close();
    reader.join();
    String sent = out.toString(StandardCharsets.UTF_8);
    assertTrue(sent.startsWith("retry: 1000\n\ndata: <div id=\"state\""), sent);
    assertFalse(sent.contains("\n\n\n"), "an event ends at an empty line");
  }

  @Test
  void moreViewersThanTheLimitAreTurnedAwayUntilOneGoes() {
    fleet.with("web", SenderState.UP);
    var first = (StatusServer.Body.Stream) site.page("/events").body();
    for (int i = 1; i < WatchLimits.DEFAULT.viewers(); i++) site.page("/events/web");
    assertEquals(503, site.page("/events").status());
    first.writer().close();
    assertEquals(200, site.page("/events").status());
  }

  /** What was sent until now, and waiting for more. */
  private static final class Sent extends ByteArrayOutputStream {
    void fill(StatusServer.Writer writer) {
      try {
        writer.writeTo(this);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public synchronized void flush() {
      notifyAll();
    }

    synchronized void await(String text) throws InterruptedException {
      while (!toString(StandardCharsets.UTF_8).contains(text)) wait();
    }
  }
}
