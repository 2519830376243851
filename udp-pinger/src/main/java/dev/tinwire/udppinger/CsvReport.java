package dev.tinwire.udppinger;

import java.io.PrintStream;
import java.util.List;

/**
 * {@code --csv}: a line for each event (RFC 4180, with LF), the names of the columns first. Events
 * are called as in {@code --json-lines}; a column that an event has not is empty.
 */
final class CsvReport implements Report {
  private final PrintStream out;

  CsvReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void began(List<Session> sessions) {
    out.println("target,at_us,event,seq,rtt_us,bytes,ttl");
  }

  @Override
  public void event(Session session, Event event) {
    String at = Micros.print(session.sinceBegin(event.nanoTime()));
    String number = event.number() < 0 ? "" : Long.toString(event.number());
    String rtt =
        switch (event) {
          case Event.Answered it -> Micros.print(it.rttNanos());
          case Event.Duplicate it -> Micros.print(it.rttNanos());
          case Event.Late it -> Micros.print(it.rttNanos());
          case Event.Corrupt _, Event.Stray _, Event.Timeout _, Event.Refused _, Event.Unsent _ ->
              "";
        };
    out.println(
        String.join(
            ",", session.target().label(), at, EventWord.of(event), number, rtt, packet(event)));
  }

  private static String packet(Event event) {
    if (!(event instanceof Event.Packet packet)) return ",";
    return packet.length() + "," + (packet.ttl() == Arrival.NO_TTL ? "" : packet.ttl());
  }
}
