package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/** A notice for programs: as environment variables of a hook, and as a JSON object. Pure. */
final class NoticeFacts {
  static final String PREFIX = "TINWIRE_";

  private NoticeFacts() {}

  /** Without the prefix, in the order in which they are documented. */
  private static SequencedMap<String, String> facts(Notice notice) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("event", notice.kind().word());
    facts.put("id", notice.sender().map(SenderView::id).orElse(""));
    facts.put("state", notice.sender().map(s -> AlertText.word(s.state())).orElse(""));
    facts.put("before", AlertText.word(notice.before()));
    facts.put("time", notice.time().toString());
    facts.put("since", notice.sender().map(s -> s.since().toString()).orElse(""));
    facts.put("silence", seconds(notice.silence()));
    facts.put("reason", notice.reason());
    facts.put("severity", severity(notice.manner()));
    facts.put("address", notice.sender().map(NoticeFacts::address).orElse(""));
    facts.put("title", notice.title());
    facts.put("text", String.join("\n", notice.lines()));
    return facts;
  }

  static SequencedMap<String, String> environment(Notice notice) {
    var environment = new LinkedHashMap<String, String>();
    facts(notice)
        .forEach((name, value) ->
            environment.put(PREFIX + name.toUpperCase(Locale.ROOT), value.replace("\0", "")));
    return environment;
  }

  static Json.Obj json(Notice notice) {
    var json = Json.object();
    for (var fact : facts(notice).entrySet()) {
      json =
          fact.getKey().equals("silence")
              ? json.put("silence_s", notice.silence().toMillis() / 1e3)
              : json.put(fact.getKey(), fact.getValue());
    }
    return json;
  }

  static String severity(Manner manner) {
    return manner.severity().orElse(Manner.Severity.CRITICAL).name().toLowerCase(Locale.ROOT);
  }

  static String seconds(Duration time) {
    return Double.toString(time.toMillis() / 1e3);
  }

  private static String address(SenderView sender) {
    var address = sender.address();
    return address == null ? "" : Endpoint.of(address).toString();
  }
}
