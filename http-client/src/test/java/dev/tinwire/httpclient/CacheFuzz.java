package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Lines of any bytes as the fields of an answer: there is a decision, and it can be written. */
public final class CacheFuzz {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private CacheFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    Fields fields = Fields.NONE;
    for (String line : new String(input, StandardCharsets.ISO_8859_1).split("\n", 20)) {
      String[] pair = line.split(": ", 2);
      try {
        if (pair.length == 2) fields = fields.and(pair[0], pair[1]);
      } catch (IllegalArgumentException _) {
        // no field: the wire's own parser would have refused it
      }
    }
    Fields kept = Stored.kept(fields);
    var stored = new Stored(url(), Stored.selecting(fields, fields), Status.OK, kept, NOW, NOW);
    Cacheability.mayStore(Method.GET, fields, Status.OK, fields);
    Cacheability.invalidated(Method.POST, url(), Status.OK, fields);
    CacheDecision.of(Method.GET, fields, List.of(stored), NOW.plusSeconds(60));
    CacheDecision.mayServeAfterError(stored, fields, NOW.plusSeconds(60));
    stored.freshened(fields, NOW, NOW);
    try {
      Stored again = StoredJson.read(Json.parse(StoredJson.print(stored).print()));
      if (!again.equals(stored)) throw new AssertionError(stored + " comes back as " + again);
    } catch (IOException e) {
      throw new AssertionError("cannot be read again: " + stored, e);
    }
  }

  private static Url url() {
    try {
      return Url.parse("http://h/a?b");
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }
}
