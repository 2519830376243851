package dev.tinwire.httpserver;

import dev.tinwire.http.RequestHead;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.time.Duration;

/**
 * One line of the request log for eyes; on a screen the status stands out, and what happens all the
 * time steps back. Pure.
 *
 * <pre>
 * 13:55:36  200  GET /a.txt  1.2 KiB  3ms  192.0.2.1
 * 13:55:41  201  PUT /film.mkv  700 MiB received  6.1s  115 MiB/s  192.0.2.1
 * </pre>
 */
final class PlainLine {
  private static final String GAP = "  ";

  private PlainLine() {}

  static String of(Served served, String second, Screen screen) {
    String status = Integer.toString(served.status().code());
    boolean routine = screen.colour() && routine(served);
    if (routine) {
      return screen.paint(Style.DIM, second + GAP + status + GAP + rest(served, screen));
    }
    return screen.paint(Style.DIM, second)
        + GAP
        + screen.paint(style(served.status().code()), status)
        + GAP
        + rest(served, screen)
        + (served.whole() ? "" : GAP + screen.paint(Style.WARN, "broken off"));
  }

  private static String rest(Served served, Screen screen) {
    var rest = new StringBuilder();
    rest.append(served.head().map(PlainLine::request).orElse("-"));
    if (served.received() > 0) {
      rest.append(GAP).append(Sizes.readable(served.received())).append(" received");
    }
    if (served.received() == 0 || served.bytes() >= Served.BIG) {
      rest.append(GAP).append(Sizes.readable(served.bytes()));
    }
    rest.append(GAP).append(Durations.print(rounded(served.duration())));
    served
        .bytesPerSecond()
        .ifPresent(rate -> rest.append(GAP).append(Sizes.readable(rate)).append("/s"));
    // Who sits before the screen knows who asks from there.
    boolean here = screen.live() && served.client().getAddress().isLoopbackAddress();
    if (!here) rest.append(GAP).append(LogFormat.client(served));
    return rest.toString();
  }

  private static String request(RequestHead head) {
    return head.line().method() + " " + Visible.of(head.line().target().toString());
  }

  private static Duration rounded(Duration duration) {
    return Duration.ofMillis(duration.toMillis());
  }

  /** Nothing new for the client, and the icon that browsers ask for wherever they go. */
  private static boolean routine(Served served) {
    int status = served.status().code();
    boolean icon =
        served.head().filter(h -> h.line().target().toString().equals("/favicon.ico")).isPresent();
    return served.whole() && (status == 304 || (status == 404 && icon));
  }

  private static Style style(int status) {
    return switch (status / 100) {
      case 2 -> Style.GOOD;
      case 3 -> Style.ACCENT;
      case 4 -> Style.WARN;
      default -> Style.BAD;
    };
  }
}
