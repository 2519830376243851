package dev.tinwire.udppinger;

import dev.tinwire.wire.json.Json;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code --json}: one document on one line. Of one target it is written as it comes, so that the
 * longest run needs no memory; of several, the replies are collected.
 *
 * <pre>
 * {"replies":[{"seq":0,"rtt_us":67.1}],"summary":{"transmitted":1, …}}
 * {"targets":[{"target":"a:12000","replies":[…],"summary":{…}},…]}
 * </pre>
 */
final class JsonDocument implements Report {
  private final PrintStream out;
  private final Map<Session, StringBuilder> replies = new HashMap<>();
  private boolean several;
  private boolean any;

  JsonDocument(PrintStream out) {
    this.out = out;
  }

  @Override
  public void began(List<Session> sessions) {
    several = sessions.size() > 1;
    for (var session : sessions) replies.put(session, new StringBuilder());
    if (!several) out.print("{\"replies\":[");
  }

  @Override
  public void event(Session session, Event event) {
    if (!(event instanceof Event.Answered answered)) return;
    String reply =
        Json.object()
            .put("seq", answered.number())
            .put("rtt_us", Micros.json(answered.rttNanos()))
            .print();
    if (several) {
      StringBuilder all = replies.get(session);
      if (all != null) all.append(all.isEmpty() ? "" : ",").append(reply);
    } else {
      out.print(any ? "," + reply : reply);
      any = true;
    }
  }

  @Override
  public void ended(List<Session> sessions, long sinceBegin) {
    if (!several) {
      out.print("],\"summary\":" + JsonSummary.of(sessions.getFirst().statistics()) + "}\n");
    } else {
      out.print("{\"targets\":[");
      String between = "";
      for (var session : sessions) {
        out.print(between + document(session));
        between = ",";
      }
      out.print("]}\n");
    }
    out.flush();
  }

  private String document(Session session) {
    return "{\"target\":"
        + new Json.Str(session.target().label())
        + ",\"replies\":["
        + replies.get(session)
        + "],\"summary\":"
        + JsonSummary.of(session.statistics())
        + "}";
  }
}
