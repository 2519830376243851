package dev.tinwire.wire.terminal;

import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.terminal.Rate.Sample;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Shows how far a long job is. On a live screen one line is redrawn, at most ten times a second;
 * elsewhere a plain line is added every ten seconds. When the job is done, one line says how much
 * it was and how long it took.
 *
 * <p>Any thread may {@link #add}; drawing is done by whoever comes by when a line is due, so there
 * is no thread of its own. Who waits without adding calls {@link #tick}.
 */
public final class Progress implements AutoCloseable {
  static final Duration REDRAWN = Duration.ofMillis(100);
  static final Duration PLAIN = Duration.ofSeconds(10);

  /** Long enough to be calm, short enough to follow a line that becomes slow. */
  private static final Duration WINDOW = Duration.ofSeconds(5);

  /** What is counted. */
  public enum Unit {
    BYTES,
    ITEMS;

    String print(long amount) {
      return switch (this) {
        case BYTES -> Sizes.readable(amount);
        case ITEMS -> Long.toString(amount);
      };
    }

    String rate(double perSecond) {
      return switch (this) {
        case BYTES -> Sizes.readable(Math.round(perSecond)) + "/s";
        case ITEMS -> Figures.tenths(perSecond) + "/s";
      };
    }
  }

  private final PrintStream out;
  private final Screen screen;
  private final LongSupplier nanoTime;
  private final String label;
  private final Unit unit;
  private final OptionalLong total;
  private final long began;
  private final LongAdder done = new LongAdder();
  private final AtomicLong due;
  private final ArrayDeque<Sample> window = new ArrayDeque<>();
  private boolean drawn;
  private boolean ended;

  /** Begins now. The total is empty where it is not known. */
  public Progress(
      PrintStream out,
      Screen screen,
      LongSupplier nanoTime,
      String label,
      Unit unit,
      OptionalLong total) {
    this.out = out;
    this.screen = screen;
    this.nanoTime = nanoTime;
    this.label = label;
    this.unit = unit;
    this.total = total;
    this.began = nanoTime.getAsLong();
    this.due = new AtomicLong(began + pace().toNanos());
    window.add(new Sample(began, 0));
  }

  /** One that shows nothing: {@code --quiet}. */
  public static Progress silent() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Progress(nowhere, Screen.PLAIN, () -> 0, "", Unit.ITEMS, OptionalLong.empty());
  }

  /** So much more is done. Costs a clock reading when no line is due. */
  public void add(long amount) {
    done.add(amount);
    tick();
  }

  /** Draws if a line is due. */
  public void tick() {
    long now = nanoTime.getAsLong();
    long at = due.get();
    // Exactly one of the threads that come by wins and draws.
    if (now - at >= 0 && due.compareAndSet(at, now + pace().toNanos())) draw(now);
  }

  /** The job is done: takes the redrawn line away and says what was done in how long. */
  public synchronized void finish() {
    if (ended) return;
    close();
    out.println(moment(nanoTime.getAsLong()).summary());
  }

  /** Takes the redrawn line away, without a word, if the job was not finished. */
  @Override
  public synchronized void close() {
    if (drawn && !ended) out.print("\r\033[K");
    out.flush();
    ended = true;
  }

  private synchronized void draw(long now) {
    if (ended) return; // a thread that came by before the end and was late here
    remember(new Sample(now, done.sum()));
    String line = moment(now).running(screen);
    if (screen.live()) {
      out.print("\r" + line + "\033[K"); // ECMA-48 §8.3.41: erase to the end of the line
      drawn = true;
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** Keeps the samples of the window, and always the two newest. */
  private void remember(Sample sample) {
    window.add(sample);
    while (window.size() > 2 && sample.nanos() - window.getFirst().nanos() > WINDOW.toNanos())
      window.removeFirst();
  }

  private ProgressLine moment(long now) {
    var rate = Rate.perSecond(List.copyOf(window));
    return new ProgressLine(label, unit, done.sum(), total, rate, Duration.ofNanos(now - began));
  }

  private Duration pace() {
    return screen.live() ? REDRAWN : PLAIN;
  }
}
