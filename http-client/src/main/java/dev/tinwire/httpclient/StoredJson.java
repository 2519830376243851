package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;

/** A stored answer as JSON: {@code {"url": …, "status": 200, "fields": [["Date", …]]}}. */
final class StoredJson {
  private StoredJson() {}

  static Json print(Stored stored) {
    return Json.object()
        .put("format", 1)
        .put("url", stored.url().withoutFragment().href())
        .put("status", stored.status().code())
        .put("requested_ms", stored.requested().toEpochMilli())
        .put("received_ms", stored.received().toEpochMilli())
        .put("asked", fields(stored.asked()))
        .put("fields", fields(stored.fields()));
  }

  private static Json fields(Fields fields) {
    var rows = new ArrayList<Json>();
    for (FieldLine line : fields.lines()) {
      rows.add(Json.array(new Json.Str(line.name()), new Json.Str(line.value())));
    }
    return new Json.Arr(rows);
  }

  /**
   * What was printed.
   *
   * @throws IOException if it is something else
   * @throws IllegalArgumentException if a status or a field is none
   */
  static Stored read(Json json) throws IOException {
    if (number(json, "format") != 1) throw malformed();
    return new Stored(
        Url.parse(json.get("url").text()),
        fields(json, "asked"),
        new Status((int) number(json, "status")),
        fields(json, "fields"),
        Instant.ofEpochMilli(number(json, "requested_ms")),
        Instant.ofEpochMilli(number(json, "received_ms")));
  }

  private static Fields fields(Json json, String member) throws IOException {
    var lines = new ArrayList<FieldLine>();
    for (Json row : json.get(member).items()) {
      lines.add(FieldLine.of(row.get(0).text(), row.get(1).text()));
    }
    return new Fields(lines);
  }

  private static long number(Json json, String member) throws IOException {
    if (json.get(member) instanceof Json.Num number) return number.longValue();
    throw malformed();
  }

  private static Malformed malformed() {
    return new Malformed("cache entry", "", 0, "is not one of this program");
  }
}
