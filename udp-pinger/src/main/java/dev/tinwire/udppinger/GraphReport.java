package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Histogram;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Sparkline;
import dev.tinwire.wire.terminal.Style;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code --graph}: a line for each target that shows its last minute, redrawn in place, and how all
 * replies are distributed at the end.
 *
 * <pre>
 * localhost:12000  ▁▁▂▁▇▁▁▁▁▁▁  0.067 ms  (0.051 - 0.240)  0% lost of 12
 * </pre>
 */
final class GraphReport extends UnfinishedLine {
  private static final long REDRAWN = 200_000_000L;
  private static final int SAMPLE = 2000;
  private static final int SECONDS = 60;
  private static final int FIGURES = 50;

  private final PrintStream out;
  private final Screen screen;
  private final Map<Session, LastMinute> minutes = new LinkedHashMap<>();
  private final Map<Session, Long> latest = new LinkedHashMap<>();
  private long due = Long.MIN_VALUE;
  private int drawn;

  GraphReport(PrintStream out, Screen screen) {
    super(out, screen);
    this.out = out;
    this.screen = screen;
  }

  @Override
  public void began(List<Session> sessions) {
    super.began(sessions);
    for (var session : sessions) minutes.put(session, new LastMinute());
  }

  @Override
  public void event(Session session, Event event) {
    if (!(event instanceof Event.Answered it)) return;
    latest.put(session, it.rttNanos());
    LastMinute minute = minutes.get(session);
    if (minute != null) minute.add(session.sinceBegin(it.nanoTime()), it.rttNanos());
  }

  @Override
  public void tick(long nanoTime) {
    if (!screen.live() || (due != Long.MIN_VALUE && nanoTime - due < 0)) return;
    due = nanoTime + REDRAWN;
    draw(nanoTime);
  }

  private void draw(long nanoTime) {
    clear();
    minutes.forEach((session, minute) -> out.println(line(session, minute, nanoTime)));
    drawn = minutes.size();
    out.flush();
  }

  /** Back to the first of the drawn lines, and all below it away (ECMA-48 §8.3.129, §8.3.39). */
  @Override
  void clear() {
    if (drawn > 0) out.print("\033[" + drawn + "F\033[J");
    drawn = 0;
  }

  private String line(Session session, LastMinute minute, long nanoTime) {
    Counts counts = session.statistics().counts();
    long settled = counts.settled();
    double loss = settled == 0 ? 0 : 100.0 * (settled - counts.received) / settled;
    String lost = Millis.percent(loss) + " lost of " + settled;
    String label = session.target().label();
    int room = Math.clamp(screen.columns() - label.length() - FIGURES, 10, SECONDS);
    String picture = Sparkline.of(minute.values(session.sinceBegin(nanoTime)), room, screen);
    return label
        + "  "
        + screen.paint(Style.ACCENT, picture)
        + "  "
        + times(session)
        + (settled > counts.received ? screen.paint(Style.BAD, lost) : lost);
  }

  private String times(Session session) {
    Moments rtt = session.statistics().rtt();
    if (rtt.count() == 0) return "";
    return Millis.brief(latest.getOrDefault(session, 0L))
        + " ms  ("
        + Millis.brief(rtt.least())
        + " - "
        + Millis.brief(rtt.greatest())
        + ")  ";
  }

  @Override
  public void ended(List<Session> sessions, long sinceBegin) {
    clear();
    for (var session : sessions) {
      LastMinute minute = minutes.get(session);
      if (minute != null) out.println(line(session, minute, session.beginPlus(sinceBegin)));
      long[] sample = session.statistics().distribution().sample(SAMPLE);
      double[] millis = Arrays.stream(sample).mapToDouble(nanos -> nanos / 1e6).toArray();
      Histogram.logarithmic(millis).lines("ms", screen).forEach(out::println);
    }
    super.ended(sessions, sinceBegin);
  }
}
