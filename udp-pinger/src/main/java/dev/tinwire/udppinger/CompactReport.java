package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code --compact}: one character a packet, and the figures at the end.
 *
 * <pre>
 * . a reply   x none in time   ! refused or not sent   D another one   L a late one
 * C corrupt   o out of order   ? too old to tell
 * </pre>
 */
final class CompactReport extends UnfinishedLine {
  private final PrintStream out;
  private final Screen screen;
  private @Nullable Session before;
  private boolean several;
  private int column;

  CompactReport(PrintStream out, Screen screen) {
    super(out, screen);
    this.out = out;
    this.screen = screen;
  }

  @Override
  public void began(List<Session> sessions) {
    super.began(sessions);
    several = sessions.size() > 1;
    out.println(". reply  x timeout  ! refused  D duplicate  L late  C corrupt  o out of order");
  }

  @Override
  public void event(Session session, Event event) {
    if (session != before && before != null) clear();
    if (session != before && several) out.print(session.target().label() + " ");
    before = session;
    out.print(character(event));
    if (++column == screen.columns() - 1) clear();
    out.flush();
  }

  private String character(Event event) {
    return switch (event) {
      case Event.Answered it when it.outOfOrder() -> screen.paint(Style.WARN, "o");
      case Event.Answered _ -> screen.paint(Style.GOOD, ".");
      case Event.Duplicate _ -> screen.paint(Style.WARN, "D");
      case Event.Late _ -> screen.paint(Style.WARN, "L");
      case Event.Corrupt _ -> screen.paint(Style.WARN, "C");
      case Event.Stray _ -> screen.paint(Style.DIM, "?");
      case Event.Timeout _ -> screen.paint(Style.BAD, "x");
      case Event.Refused _, Event.Unsent _ -> screen.paint(Style.BAD, "!");
    };
  }

  @Override
  void clear() {
    if (column > 0) out.println();
    column = 0;
  }
}
