package dev.tinwire.cli;

import static dev.tinwire.cli.HouseChecks.expect;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.time.Duration;

/** What people write on command lines is understood, and JSON comes back as it went. */
final class TextCheck {
  private TextCheck() {}

  static void run() throws IOException {
    Endpoint endpoint = Endpoint.parse("[2001:DB8::1]:80", 443);
    expect("[2001:db8::1]:80", endpoint.toString());
    expect(Duration.ofMillis(1500), Durations.parse("1500ms"));
    expect(10L << 20, Sizes.parse("10M"));
    Json json = Json.object().put("host", endpoint.host()).put("rtt_ms", 0.31).put("ok", true);
    expect(json, Json.parse(json.print()));
  }
}
