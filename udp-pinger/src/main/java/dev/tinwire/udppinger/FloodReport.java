package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Screen;
import java.io.PrintStream;
import java.util.List;

/**
 * {@code --flood}: a dot for each packet that is lost, as ping leaves them standing; nothing else
 * can be read at this speed.
 */
final class FloodReport implements Report {
  private static final int LONGEST = 70;

  private final PrintStream out;
  private final TextReport figures;
  private int dots;

  FloodReport(PrintStream out, Screen screen) {
    this.out = out;
    this.figures = new TextReport(out, screen, false);
  }

  @Override
  public void began(List<Session> sessions) {
    figures.began(sessions);
  }

  @Override
  public void event(Session session, Event event) {
    boolean lost =
        switch (event) {
          case Event.Timeout _, Event.Refused _, Event.Unsent _ -> true;
          case Event.Answered _, Event.Duplicate _, Event.Late _, Event.Corrupt _, Event.Stray _ ->
              false;
        };
    if (!lost) return;
    out.print('.');
    if (++dots % LONGEST == 0) out.println();
    out.flush();
  }

  private void lineEnd() {
    if (dots % LONGEST != 0) out.println();
    dots = 0;
  }

  @Override
  public void interval(Session session, Statistics interval, long lengthNanos) {
    lineEnd();
    figures.interval(session, interval, lengthNanos);
  }

  @Override
  public void interim(List<Session> sessions, long sinceBegin) {
    lineEnd();
    figures.interim(sessions, sinceBegin);
  }

  @Override
  public void ended(List<Session> sessions, long sinceBegin) {
    lineEnd();
    figures.ended(sessions, sinceBegin);
  }
}
