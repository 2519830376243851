package dev.tinwire.udppinger;

import dev.tinwire.wire.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The counters of a server as they are said. Pure. */
record EchoSums(
    long received,
    long octets,
    Map<Outcome, Long> outcomes,
    long twice,
    long overtaken,
    long corrupted,
    long sessions,
    long clients,
    long lines) {

  static EchoSums of(EchoCounters counters) {
    var outcomes = new LinkedHashMap<Outcome, Long>();
    for (Outcome outcome : Outcome.values()) outcomes.put(outcome, counters.of(outcome).sum());
    return new EchoSums(
        outcomes.values().stream().mapToLong(Long::longValue).sum(),
        counters.octets.sum(),
        outcomes,
        counters.twice.sum(),
        counters.overtaken.sum(),
        counters.corrupted.sum(),
        counters.sessions.sum(),
        counters.clients.sum(),
        counters.lines.sum());
  }

  /** What happened; what did not is left out. */
  List<String> said() {
    var lines = new ArrayList<String>();
    lines.add("--- echo statistics ---");
    long answered = outcomes.getOrDefault(Outcome.ANSWERED, 0L);
    var parts = new ArrayList<String>();
    parts.add(received + (received == 1 ? " datagram received" : " datagrams received"));
    parts.add(answered + " answered");
    add(parts, sessions, sessions == 1 ? "session" : "sessions");
    lines.add(String.join(", ", parts));
    refused(lines);
    pretended(lines);
    if (clients > 0) {
      lines.add(
          "over TCP: "
              + clients
              + (clients == 1 ? " client, " : " clients, ")
              + this.lines
              + (this.lines == 1 ? " line" : " lines"));
    }
    return lines;
  }

  private void refused(List<String> lines) {
    var parts = new ArrayList<String>();
    outcomes.forEach((outcome, count) -> {
      if (outcome != Outcome.ANSWERED) add(parts, count, outcome.phrase);
    });
    if (!parts.isEmpty()) lines.add("not answered: " + String.join(", ", parts));
  }

  private void pretended(List<String> lines) {
    var parts = new ArrayList<String>();
    add(parts, twice, "sent twice");
    add(parts, overtaken, "overtaken");
    add(parts, corrupted, "corrupted");
    if (!parts.isEmpty()) lines.add("of the answers: " + String.join(", ", parts));
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) parts.add(count + " " + what);
  }

  /** Every counter, also those at zero. */
  Json.Obj json() {
    var object =
        Json.object()
            .put("event", "summary")
            .put("received", received)
            .put("received_bytes", octets);
    for (var entry : outcomes.entrySet()) {
      object = object.put(entry.getKey().word, entry.getValue());
    }
    return object
        .put("twice", twice)
        .put("overtaken", overtaken)
        .put("corrupted", corrupted)
        .put("sessions", sessions)
        .put("tcp_clients", clients)
        .put("tcp_lines", lines);
  }
}
