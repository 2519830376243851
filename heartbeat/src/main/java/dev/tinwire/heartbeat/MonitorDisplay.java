package dev.tinwire.heartbeat;

import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.Output;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Where the monitor's words go: JSON for programs, the classic lines where there is no terminal or
 * somebody wants them, and else the live table with the last words below it.
 */
final class MonitorDisplay {
  private final Output output;
  private final boolean live;
  private final ClassicLines lines = new ClassicLines(ZoneId.systemDefault());
  private volatile Optional<LiveScreen> screen = Optional.empty();

  /**
   * For one run.
   *
   * @param wantsLines whether somebody asked for lines on a terminal too
   */
  MonitorDisplay(Output output, boolean wantsLines) {
    this.output = output;
    boolean plain = wantsLines || output.json() || output.quiet() || output.verbose();
    this.live = output.outScreen().live() && !plain;
  }

  /** Whether nobody wants to hear of each beat. */
  boolean live() {
    return live;
  }

  /** What happens, as a line. */
  Consumer<Told> printer() {
    if (output.json()) return told -> EventLine.of(told).ifPresent(output.jsonLines()::write);
    return told -> {
      if (live) {
        if (told instanceof Told.Changed) lines.of(told).ifPresent(this::say);
        lines.note(told).ifPresent(this::say);
      } else {
        lines.of(told).ifPresent(output.out()::println);
        lines.note(told).ifPresent(output::note);
      }
    };
  }

  /** A line for people, safe already. */
  void say(String line) {
    var table = screen;
    if (table.isPresent()) table.get().say(line);
    else if (!output.quiet()) output.err().println(line);
  }

  /** Shows the table, if that is to be, until somebody wants an end. */
  void await(Watch watch, Ending ending) throws InterruptedException {
    if (!live) {
      ending.await();
      return;
    }
    var over = new CountDownLatch(1);
    var signal = Thread.ofVirtual().start(() -> await(ending, over));
    try (var table = watch.screen(output.out(), output.outScreen(), over::countDown)) {
      screen = Optional.of(table);
      over.await();
    } finally {
      screen = Optional.empty();
      signal.interrupt();
    }
  }

  private static void await(Ending ending, CountDownLatch over) {
    try {
      ending.await();
      over.countDown();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the table was left by a key
    }
  }
}
