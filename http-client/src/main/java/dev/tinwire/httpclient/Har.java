package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as an HTTP Archive 1.2, which browsers' tools open. Pure: from heads, figures and bodies to
 * a JSON value. Sizes are what went over the wire, for the wire was ours.
 *
 * @param redacted whether what could be used to log in is left out
 */
record Har(String version, boolean redacted) {
  /** What is known of an answer's body. */
  record Body(long wireBytes, long bytes, Optional<byte[]> content) {
    static final Body UNKNOWN = new Body(-1, 0, Optional.empty());
  }

  /** A document and what belongs to it. */
  record Page(String id, String title, Instant began, Duration loaded) {}

  /** One exchange. */
  record Entry(Hop hop, Body body, Optional<String> page, Optional<String> initiator) {}

  private static final List<String> SECRET =
      List.of("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie");

  Json document(List<Page> pages, List<Entry> entries) {
    Json.Obj creator = Json.object().put("name", "tinwire").put("version", version);
    return Json.object()
        .put(
            "log",
            Json.object()
                .put("version", "1.2")
                .put("creator", creator)
                .put("pages", new Json.Arr(pages.stream().map(Har::page).toList()))
                .put("entries", new Json.Arr(entries.stream().map(this::entry).toList())));
  }

  private static Json page(Page page) {
    return Json.object()
        .put("startedDateTime", page.began().toString())
        .put("id", page.id())
        .put("title", page.title())
        .put(
            "pageTimings", Json.object().put("onContentLoad", -1).put("onLoad", ms(page.loaded())));
  }

  private Json entry(Entry entry) {
    Hop hop = entry.hop();
    Json.Obj out = Json.object();
    if (entry.page().isPresent()) out = out.put("pageref", entry.page().get());
    out =
        out.put("startedDateTime", hop.timings().began().toString())
            .put("time", ms(hop.timings().total()))
            .put("request", request(hop))
            .put("response", response(hop, entry.body()))
            .put("cache", Json.object())
            .put("timings", timings(hop));
    if (hop.address().isPresent()) {
      out = out.put("serverIPAddress", hop.address().get().getAddress().getHostAddress());
    }
    if (hop.connection() > 0) out = out.put("connection", Integer.toString(hop.connection()));
    if (entry.initiator().isPresent()) {
      out = out.put("_initiator", Json.object().put("url", entry.initiator().get()));
    }
    return hop.fromCache() ? out.put("_fromCache", "disk") : out;
  }

  private Json request(Hop hop) {
    Url url = hop.url().withoutCredentials().withoutFragment();
    int head = hop.sent().toBytes().length;
    Json.Obj out =
        Json.object()
            .put("method", hop.request().method().name())
            .put("url", url.href())
            .put("httpVersion", "HTTP/1.1")
            .put("cookies", cookies(hop.sent().fields().all("Cookie"), true))
            .put("headers", headers(hop.sent().fields()))
            .put("queryString", query(url.query().orElse("")))
            .put("headersSize", head)
            .put("bodySize", Math.max(0, hop.requestBytes() - head));
    Optional<String> type = hop.sent().fields().first("Content-Type");
    if (type.isEmpty()) return out;
    Json posted = Json.object().put("mimeType", type.get()).put("text", "");
    return out.put("postData", posted);
  }

  private Json response(Hop hop, Body body) {
    Fields fields = hop.head().fields();
    String location = fields.first("Location").orElse("");
    return Json.object()
        .put("status", hop.status().code())
        .put("statusText", hop.head().line().reason())
        .put("httpVersion", hop.head().line().version().toString())
        .put("cookies", cookies(fields.all("Set-Cookie"), false))
        .put("headers", headers(fields))
        .put("content", content(fields, body))
        .put("redirectURL", Octets.decoded(location))
        .put("headersSize", hop.fromCache() ? -1 : hop.head().toBytes().length)
        .put("bodySize", hop.fromCache() ? 0 : body.wireBytes());
  }

  private static Json content(Fields fields, Body body) {
    String type = fields.first("Content-Type").orElse("x-unknown");
    Json.Obj out = Json.object().put("size", body.bytes());
    if (body.wireBytes() >= 0) out = out.put("compression", body.bytes() - body.wireBytes());
    out = out.put("mimeType", Octets.decoded(type));
    if (body.content().isEmpty()) return out;
    byte[] bytes = body.content().get();
    String essence = type.toLowerCase(Locale.ROOT);
    boolean text =
        essence.startsWith("text/") || essence.contains("json") || essence.contains("xml");
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    // Only what comes back as the same bytes may stand there as text.
    boolean same = text && Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), bytes);
    if (same) return out.put("text", decoded);
    return out.put("text", Base64.getEncoder().encodeToString(bytes)).put("encoding", "base64");
  }

  private Json headers(Fields fields) {
    var rows = new ArrayList<Json>();
    for (FieldLine line : fields.lines()) {
      rows.add(pair(line.name(), shown(line.name(), Octets.decoded(line.value()))));
    }
    return new Json.Arr(rows);
  }

  private String shown(String name, String value) {
    return redacted && SECRET.stream().anyMatch(name::equalsIgnoreCase) ? "***" : value;
  }

  private Json cookies(List<String> lines, boolean several) {
    var rows = new ArrayList<Json>();
    for (String line : lines) {
      for (String each : several ? line.split("; ", -1) : new String[] {line.split(";", 2)[0]}) {
        String[] pair = each.split("=", 2);
        String value = pair.length == 2 ? pair[1] : "";
        rows.add(pair(Octets.decoded(pair[0]), shown("Cookie", Octets.decoded(value))));
      }
    }
    return new Json.Arr(rows);
  }

  private static Json query(String query) {
    var rows = new ArrayList<Json>();
    for (String each : query.split("&", -1)) {
      if (each.isEmpty()) continue;
      String[] pair = each.split("=", 2);
      rows.add(pair(unescaped(pair[0]), unescaped(pair.length == 2 ? pair[1] : "")));
    }
    return new Json.Arr(rows);
  }

  private static String unescaped(String text) {
    return new String(PercentSet.decode(text.replace('+', ' ')), StandardCharsets.UTF_8);
  }

  private static Json pair(String name, String value) {
    return Json.object().put("name", name).put("value", value);
  }

  /** HAR 1.2: ssl is a part of connect, and -1 says that a part did not happen. */
  private static Json timings(Hop hop) {
    Timings timings = hop.timings();
    boolean dialled = !timings.reused() && !hop.fromCache();
    Duration connect = timings.connect().plus(timings.tunnel()).plus(timings.tls());
    return Json.object()
        .put("blocked", ms(timings.blocked()))
        .put("dns", dialled ? ms(timings.lookup()) : -1)
        .put("connect", dialled ? ms(connect) : -1)
        .put("send", ms(timings.send()))
        .put("wait", ms(timings.waiting()))
        .put("receive", ms(timings.receive()))
        .put("ssl", dialled && hop.tls().isPresent() ? ms(timings.tls()) : -1);
  }

  private static double ms(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }
}
