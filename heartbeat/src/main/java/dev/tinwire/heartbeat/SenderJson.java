package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A sender for programs, with units in the names. Pure. */
final class SenderJson {
  private SenderJson() {}

  /**
   * One object.
   *
   * @param open whether whoever reads this may know where senders are and what they say
   */
  static Json.Obj of(SenderView sender, Optional<String> group, Optional<Hold> held, boolean open) {
    var json = new LinkedHashMap<String, Json>();
    json.put("id", text(sender.id()));
    group.ifPresent(name -> json.put("group", text(name)));
    json.put("state", text(AlertText.word(sender.state())));
    json.put("since", text(sender.since().toString()));
    Instant seen = sender.lastSeen();
    if (seen != null) {
      json.put("last_seen", text(seen.toString()));
      json.put("silence_s", seconds(sender.age()));
    }
    json.put("period_s", seconds(sender.period()));
    json.put("deadline_s", seconds(sender.deadline()));
    json.put("jitter_s", seconds(sender.jitter()));
    json.put("received", Json.Num.of(sender.received()));
    json.put("lost", Json.Num.of(sender.lost()));
    json.put("duplicates", Json.Num.of(sender.duplicates()));
    json.put("reordered", Json.Num.of(sender.reordered()));
    json.put("restarts", Json.Num.of(sender.restarts()));
    if (sender.flapping()) json.put("flapping", new Json.Bool(true));
    if (sender.acknowledged()) json.put("acknowledged", new Json.Bool(true));
    held.ifPresent(hold -> json.put("held", text(hold.words())));
    if (open) details(sender, json);
    return new Json.Obj(json);
  }

  private static void details(SenderView sender, Map<String, Json> json) {
    var address = sender.address();
    if (address != null) json.put("address", text(Endpoint.of(address).toString()));
    if (sender.values().isEmpty()) return;
    var values = new LinkedHashMap<String, Json>();
    sender.values().forEach((name, value) -> values.put(name, text(value)));
    json.put("values", new Json.Obj(values));
  }

  private static Json text(String text) {
    return new Json.Str(text);
  }

  private static Json seconds(Duration time) {
    return Json.Num.of(time.toNanos() / 1e9);
  }
}
