package dev.tinwire.udppinger;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.terminal.Screen;
import java.io.PrintStream;
import java.util.List;

/** What ping prints: a line for each reply, and the figures at the end. */
final class TextReport implements Report {
  private final PrintStream out;
  private final Screen screen;
  private final boolean eachPacket;
  private boolean several;

  /**
   * @param eachPacket whether a line is wanted for each packet
   */
  TextReport(PrintStream out, Screen screen, boolean eachPacket) {
    this.out = out;
    this.screen = screen;
    this.eachPacket = eachPacket;
  }

  @Override
  public void began(List<Session> sessions) {
    several = sessions.size() > 1;
    for (var session : sessions) out.println(header(session));
  }

  /** {@code PING localhost:12000 (127.0.0.1) with 44 bytes of STAMP.} */
  static String header(Session session) {
    Target target = session.target();
    String address = Endpoint.of(target.address()).host();
    String shown = target.asked().isLiteral() ? "" : " (" + address + ")";
    Probes probes = session.probes();
    return "PING "
        + target.label()
        + shown
        + " with "
        + probes.size()
        + " bytes of "
        + probes.name()
        + ".";
  }

  @Override
  public void event(Session session, Event event) {
    if (!eachPacket) return;
    out.println(new EventLine(session.target().label(), several, screen).of(event));
  }

  @Override
  public void interval(Session session, Statistics figures, long lengthNanos) {
    out.println(SummaryLines.interval(session.target().label(), figures, lengthNanos));
  }

  @Override
  public void interim(List<Session> sessions, long sinceBegin) {
    interim(out, sessions, sinceBegin);
  }

  static void interim(PrintStream out, List<Session> sessions, long sinceBegin) {
    for (var session : sessions) {
      out.println();
      String label = session.target().label();
      SummaryLines.of(label, session.statistics(), sinceBegin).forEach(out::println);
    }
    out.println();
  }

  @Override
  public void ended(List<Session> sessions, long sinceBegin) {
    for (var session : sessions) {
      out.println();
      String label = session.target().label();
      long elapsed = session.elapsed();
      SummaryLines.of(label, session.statistics(), elapsed).forEach(out::println);
    }
  }
}
