package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What happened as an object of JSON, a line of {@code --events} and of {@code --json}. */
final class EventLine {
  private EventLine() {}

  static Optional<Json.Obj> of(Told told) {
    return switch (told) {
      case Told.Changed(var change, _) -> Optional.of(of(change));
      case Told.Blind(var blind, var silent, var millis) ->
          Optional.of(
              Json.object()
                  .put("t", Instant.ofEpochMilli(millis).toString())
                  .put("event", blind ? "blind" : "sighted")
                  .put("silent", silent));
      case Told.Conflict(var id, _, var words, var millis) ->
          Optional.of(
              Json.object()
                  .put("t", Instant.ofEpochMilli(millis).toString())
                  .put("id", id)
                  .put("event", "conflict")
                  .put("reason", words));
      case Told.Beating _, Told.End _ -> Optional.empty();
    };
  }

  static Json.Obj of(Change change) {
    var sender = change.sender();
    var line =
        Json.object()
            .put("t", change.time().toString())
            .put("id", sender.id())
            .put("event", word(change.happening()))
            .put("before", word(change.before()))
            .put("silence_ms", change.silence().toMillis())
            .put("reason", change.reason());
    var address = sender.address();
    return address == null ? line : line.put("address", Endpoint.of(address).toString());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
