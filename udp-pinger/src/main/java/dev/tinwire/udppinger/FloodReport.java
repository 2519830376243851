package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Screen;
import java.io.PrintStream;

/**
 * {@code --flood}: a dot for each packet that is lost, as ping leaves them standing; nothing else
 * can be read at this speed.
 */
final class FloodReport extends UnfinishedLine {
  private static final int LONGEST = 70;

  private final PrintStream out;
  private int dots;

  FloodReport(PrintStream out, Screen screen) {
    super(out, screen);
    this.out = out;
  }

  @Override
  public void event(Session session, Event event) {
    boolean lost =
        switch (event) {
          case Event.Refused it -> !it.givenUp();
          case Event.Timeout _, Event.Unsent _ -> true;
          case Event.Answered _, Event.Duplicate _, Event.Late _, Event.Corrupt _, Event.Stray _ ->
              false;
        };
    if (!lost) return;
    out.print('.');
    if (++dots % LONGEST == 0) out.println();
    out.flush();
  }

  @Override
  void clear() {
    if (dots % LONGEST != 0) out.println();
    dots = 0;
  }
}
