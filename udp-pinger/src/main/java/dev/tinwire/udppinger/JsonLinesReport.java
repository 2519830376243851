package dev.tinwire.udppinger;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.JsonLines;
import java.util.List;

/**
 * {@code --json-lines}: an object for each event, as it happens: {@code start}, {@code reply},
 * {@code timeout}, {@code late}, {@code dup}, {@code corrupt}, {@code refused}, {@code unsent},
 * {@code stray}, {@code interval}, {@code summary}. Times are microseconds.
 */
final class JsonLinesReport implements Report {
  private final JsonLines lines;

  JsonLinesReport(JsonLines lines) {
    this.lines = lines;
  }

  @Override
  public void began(List<Session> sessions) {
    for (var session : sessions) {
      lines.write(
          begin("start", session)
              .put("address", Endpoint.of(session.target().address()).toString())
              .put("wire", session.probes().name())
              .put("bytes", session.probes().size()));
    }
  }

  private static Json.Obj begin(String event, Session session) {
    return Json.object().put("event", event).put("target", session.target().label());
  }

  @Override
  public void event(Session session, Event event) {
    Json.Obj line = begin(EventWord.of(event), session);
    if (event.number() >= 0) line = line.put("seq", event.number());
    line = line.put("at_us", Micros.json(session.sinceBegin(event.nanoTime())));
    if (event instanceof Event.Packet packet) line = packet(line, packet);
    lines.write(
        switch (event) {
          case Event.Answered it when it.outOfOrder() ->
              line.put("rtt_us", Micros.json(it.rttNanos())).put("reordered", true);
          case Event.Answered it -> line.put("rtt_us", Micros.json(it.rttNanos()));
          case Event.Duplicate it -> line.put("rtt_us", Micros.json(it.rttNanos()));
          case Event.Late it ->
              line.put("rtt_us", Micros.json(it.rttNanos()))
                  .put("late_us", Micros.json(it.byNanos()));
          case Event.Refused it when !it.from().isEmpty() ->
              line.put("reason", it.reason()).put("from", it.from());
          case Event.Refused it -> line.put("reason", it.reason());
          case Event.Unsent it -> line.put("reason", it.reason());
          case Event.Corrupt _, Event.Stray _, Event.Timeout _ -> line;
        });
  }

  private static Json.Obj packet(Json.Obj line, Event.Packet packet) {
    Json.Obj longer = line.put("bytes", packet.length());
    return packet.ttl() == Arrival.NO_TTL ? longer : longer.put("ttl", packet.ttl());
  }

  @Override
  public void interval(Session session, Statistics figures, long lengthNanos) {
    lines.write(
        begin("interval", session)
            .put("length_us", Micros.json(lengthNanos))
            .put("summary", JsonSummary.of(figures)));
  }

  @Override
  public void interim(List<Session> sessions, long sinceBegin) {
    for (var session : sessions) {
      lines.write(begin("interim", session).put("summary", JsonSummary.of(session.statistics())));
    }
  }

  @Override
  public void ended(List<Session> sessions, long sinceBegin) {
    for (var session : sessions) {
      lines.write(begin("summary", session).put("summary", JsonSummary.of(session.statistics())));
    }
  }
}
