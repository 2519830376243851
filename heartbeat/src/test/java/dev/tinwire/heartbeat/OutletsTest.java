package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class OutletsTest {
  private final TestFleet fleet = TestFleet.now();
  private final BlockingQueue<HttpCaller.Call> calls = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  private MonitorServices services(int status) {
    return new MonitorServices(
        call -> {
          calls.add(call);
          return status;
        },
        mail -> mails.add(mail.to() + " " + mail.subject() + "\n" + mail.text()),
        MonitorServices.NONE.web());
  }

  private Outlets outlets(String config, MonitorServices services) throws BadConfig {
    var read = ConfigParser.parse(config, ZoneId.of("UTC"));
    return new Outlets(() -> read, services, WatchLimits.DEFAULT, log::add);
  }

  private Notice notice(Notice.Kind kind, String... mail) {
    var manner = new Manner(List.of(), Optional.empty(), List.of(mail), Optional.empty(), false);
    return new Notice(
        fleet.clock.instant(),
        kind,
        Optional.of(fleet.sender("a", SenderState.DOWN)),
        SenderState.LATE,
        Duration.ofSeconds(3),
        "why",
        List.of("a is down", "last beat: never"),
        manner);
  }

  @Test
  void anAlarmIsPostedAsJson() throws Exception {
    try (var outlets = outlets("[alerts]\nwebhook = http://chat.example/x\n", services(204))) {
      outlets.tell(notice(Notice.Kind.DOWN));
      var call = calls.poll(20, TimeUnit.SECONDS);
      assertEquals("POST http://chat.example/x", call.method() + " " + call.url());
      var json = Json.parse(call.body());
      assertEquals("down", json.get("event").text());
      assertEquals("a", json.get("id").text());
      assertEquals(3.0, json.get("silence_s").number().doubleValue());
      assertEquals("a is down\nlast beat: never", json.get("text").text());
    }
  }

  @Test
  void anAlarmIsMailedToWhomTheSenderNames() throws Exception {
    try (var outlets = outlets("", services(200))) {
      outlets.tell(notice(Notice.Kind.DOWN, "dba@example.org"));
      assertEquals(
          "[dba@example.org] [tinwire] a is down\na is down\nlast beat: never\n",
          mails.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void whatIsNoAlarmIsForHooksOnly() throws Exception {
    String config =
        "[alerts]\nwebhook = http://chat.example/x\non-change = sh -c 'echo $TINWIRE_EVENT'\n";
    try (var outlets = outlets(config, services(200))) {
      outlets.tell(notice(Notice.Kind.LATE, "dba@example.org"));
      assertEquals("hook sh: late", log.poll(20, TimeUnit.SECONDS));
      outlets.tell(notice(Notice.Kind.DOWN, "dba@example.org"));
      assertEquals("down", Json.parse(calls.take().body()).get("event").text());
      mails.take();
      assertNull(calls.poll());
      assertNull(mails.poll());
    }
  }

  @Test
  void aWebhookThatSaysNoForGoodIsSaidWithoutItsSecretPath() throws Exception {
    try (var outlets = outlets("[alerts]\nwebhook = http://chat.example/secret\n", services(403))) {
      outlets.tell(notice(Notice.Kind.DOWN));
      assertEquals(
          "webhook chat.example: chat.example answered 403; given up",
          log.poll(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void aProgramBuiltWithoutMailSaysSo() throws Exception {
    var services =
        new MonitorServices(_ -> 200, MonitorServices.NONE.mail(), MonitorServices.NONE.web());
    try (var outlets = outlets("", services)) {
      outlets.tell(notice(Notice.Kind.DOWN, "a@b.c"));
      assertEquals(
          "mail: this program was built without mail; start it as tinwire monitor; trying again",
          log.poll(20, TimeUnit.SECONDS));
    }
  }
}
