package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestLine;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A run as an HTTP Archive. */
class HarTest {
  private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00.250Z");

  private static Hop hop(Fields sent, Fields received, boolean reused) throws IOException {
    Url url = Url.parse("http://me:secret@h.example:8080/a?q=1+2&%C3%BC#f");
    var request = Request.get(url);
    var line =
        new RequestLine(
            Method.GET,
            new RequestTarget.OriginForm(url.path(), url.query()),
            HttpVersion.HTTP_1_1);
    var head = new ResponseHead(new StatusLine(HttpVersion.HTTP_1_1, Status.OK, "Fine"), received);
    var timings =
        new Timings(
            BEGAN,
            reused,
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(3),
            Duration.ofMillis(4),
            Duration.ZERO,
            Duration.ofNanos(500_000),
            Duration.ofMillis(6),
            Duration.ofMillis(7));
    var address = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 8080);
    var sentHead = new RequestHead(line, sent);
    return new Hop(
        request,
        sentHead,
        head,
        timings,
        sentHead.toBytes().length + 10,
        3,
        Optional.of(address),
        Optional.empty(),
        false);
  }

  private static final Fields SENT =
      Fields.of("Host", "h.example:8080", "Cookie", "a=b; c=d", "Authorization", "Basic eDp5");
  private static final Fields RECEIVED =
      Fields.of("Content-Type", "text/plain", "Set-Cookie", "s=t; Path=/", "Location", "/x");

  private static Json document(boolean redacted, Hop hop, byte[] body) {
    var page = new Har.Page("page_1", "A page", BEGAN, Duration.ofSeconds(1));
    var entry =
        new Har.Entry(
            hop,
            new Har.Body(5, body.length, Optional.of(body)),
            Optional.of("page_1"),
            Optional.of("http://h.example/"));
    return new Har("0.1", redacted).document(List.of(page), List.of(entry));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
  void itFollowsThePublicSchema() throws IOException {
    for (boolean reused : List.of(true, false)) {
      Json har = document(false, hop(SENT, RECEIVED, reused), utf8("text"));
      assertEquals(List.of(), JsonSchema.faults("har-schema", "har.json", har));
    }
    Json none = new Har("0.1", true).document(List.of(), List.of());
    assertEquals(List.of(), JsonSchema.faults("har-schema", "har.json", none));
    assertFalse(JsonSchema.faults("har-schema", "har.json", Json.object()).isEmpty());
  }

  @Test
  void itSaysWhatWasOnTheWire() throws IOException {
    Json entry = document(false, hop(SENT, RECEIVED, false), utf8("text")).at("/log/entries/0");
    assertEquals("http://h.example:8080/a?q=1+2&%C3%BC", entry.at("/request/url").text());
    assertEquals(
        "[{\"name\":\"q\",\"value\":\"1 2\"},{\"name\":\"\u00fc\",\"value\":\"\"}]",
        entry.at("/request/queryString").print());
    assertEquals("10", entry.at("/request/bodySize").print());
    assertEquals("Fine", entry.at("/response/statusText").text());
    assertEquals("text", entry.at("/response/content/text").text());
    assertEquals("-1", entry.at("/response/content/compression").print());
    assertEquals("/x", entry.at("/response/redirectURL").text());
    assertEquals("192.0.2.1", entry.at("/serverIPAddress").text());
    assertEquals("2026-01-01T00:00:00.250Z", entry.at("/startedDateTime").text());
    assertEquals(
        "[{\"name\":\"a\",\"value\":\"b\"},{\"name\":\"c\",\"value\":\"d\"}]",
        entry.at("/request/cookies").print());
  }

  /** What did not happen is -1, and the others add up to the time. */
  @Test
  void itsPartsAddUp() throws IOException {
    for (boolean reused : List.of(true, false)) {
      Json entry = document(false, hop(SENT, RECEIVED, reused), utf8("x")).at("/log/entries/0");
      double sum = 0;
      for (String part : List.of("blocked", "dns", "connect", "send", "wait", "receive")) {
        double ms = ((Json.Num) entry.at("/timings/" + part)).doubleValue();
        if (ms >= 0) sum += ms;
      }
      double dialled = reused ? 9 : 0;
      assertEquals(((Json.Num) entry.get("time")).doubleValue() - dialled, sum, 1e-6);
      assertEquals(-1, ((Json.Num) entry.at("/timings/ssl")).doubleValue());
    }
  }

  @Test
  void redactedItHoldsNoSecret() throws IOException {
    String har = document(true, hop(SENT, RECEIVED, false), utf8("x")).print();
    for (String secret : List.of("eDp5", "secret", "\"b\"", "s=t", "\"t\"")) {
      assertFalse(har.contains(secret), secret);
    }
    String open = document(false, hop(SENT, RECEIVED, false), utf8("x")).print();
    assertTrue(open.contains("eDp5") && !open.contains("secret"), open);
  }

  @Test
  void whatIsNoTextIsBase64() throws IOException {
    byte[] bytes = {(byte) 0xff, 0};
    Json entry = document(false, hop(SENT, RECEIVED, false), bytes).at("/log/entries/0");
    assertEquals("/wA=", entry.at("/response/content/text").text());
    assertEquals("base64", entry.at("/response/content/encoding").text());
  }
}
