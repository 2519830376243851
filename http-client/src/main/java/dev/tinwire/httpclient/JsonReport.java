package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** One result as {@code --json} says it: an object on one line, times in milliseconds. Pure. */
final class JsonReport {
  private JsonReport() {}

  static Json.Obj of(Fetched fetched) {
    Response response = fetched.response();
    Json.Obj json =
        Json.object()
            .put("url", response.url().toString())
            .put("method", response.last().request().method().name())
            .put("status", response.status().code())
            .put("reason", HeadLines.text(response.head().line().reason()))
            .put("version", response.head().line().version().toString())
            .put("fields", fields(response.fields()))
            .put("redirects", hops(response.before()))
            .put("bytes", fetched.bytes())
            .put("received_bytes", response.received());
    if (fetched.file().isPresent()) json = json.put("file", fetched.file().get().toString());
    if (fetched.sha256().isPresent()) json = json.put("sha256", fetched.sha256().get());
    Optional<InetSocketAddress> address = response.last().address();
    if (address.isPresent()) json = json.put("address", Endpoint.of(address.get()).toString());
    if (response.cacheUse() != CacheUse.NONE) {
      json = json.put("cache", response.cacheUse().word());
    }
    json = json.put("timing", timings(response.timings()));
    return fetched.body().isPresent() ? body(json, fetched.body().get()) : json;
  }

  /** An object {@code {"error": …}} for a URL that brought no answer. */
  static Json.Obj failed(Url url, String message) {
    return Json.object().put("url", url.toString()).put("error", message);
  }

  private static Json fields(Fields fields) {
    return new Json.Arr(
        fields.lines().stream()
            .<Json>map(line ->
                Json.object().put("name", line.name()).put("value", HeadLines.text(line.value())))
            .toList());
  }

  private static Json hops(List<Hop> hops) {
    return new Json.Arr(
        hops.stream()
            .<Json>map(hop ->
                Json.object().put("url", hop.url().toString()).put("status", hop.status().code()))
            .toList());
  }

  static Json.Obj timings(Timings timings) {
    Json.Obj json = Json.object().put("reused", timings.reused());
    for (var phase : timings.phases()) {
      json = json.put(phase.name() + "_ms", millis(phase.duration()));
    }
    return json.put("first_byte_ms", millis(timings.firstByte()))
        .put("total_ms", millis(timings.total()));
  }

  private static double millis(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e3;
  }

  /** As text where it is UTF-8, which JSON can hold, else in base64. */
  private static Json.Obj body(Json.Obj json, byte[] body) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return json.put("body", text.toString());
    } catch (CharacterCodingException _) {
      return json.put("body_base64", Base64.getEncoder().encodeToString(body));
    }
  }
}
