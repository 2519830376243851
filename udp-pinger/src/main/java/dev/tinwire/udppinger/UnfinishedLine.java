package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Screen;
import java.io.PrintStream;
import java.util.List;

/** A report that leaves its line open while packets come, and clears it away before figures. */
abstract class UnfinishedLine implements Report {
  private final TextReport figures;

  UnfinishedLine(PrintStream out, Screen screen) {
    figures = new TextReport(out, screen, false);
  }

  /** Ends or removes what is open. */
  abstract void clear();

  @Override
  public void began(List<Session> sessions) {
    figures.began(sessions);
  }

  @Override
  public void interval(Session session, Statistics interval, long lengthNanos) {
    clear();
    figures.interval(session, interval, lengthNanos);
  }

  @Override
  public void interim(List<Session> sessions, long sinceBegin) {
    clear();
    figures.interim(sessions, sinceBegin);
  }

  @Override
  public void ended(List<Session> sessions, long sinceBegin) {
    clear();
    figures.ended(sessions, sinceBegin);
  }
}
