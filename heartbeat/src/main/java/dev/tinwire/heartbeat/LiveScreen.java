package dev.tinwire.heartbeat;

import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.WindowSize;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The live table on a terminal: drawn twice a second and at each key, on the terminal's other
 * screen, so that what was there before comes back.
 */
final class LiveScreen implements AutoCloseable {
  private static final Duration FRAME = Duration.ofMillis(500);
  private static final int MESSAGES = 4;
  private static final String BEGIN = "\033[?1049h\033[?25l";
  private static final String END = "\033[?25h\033[?1049l";

  private final Observatory observatory;
  private final Function<ControlRequest, ControlAnswer> desk;
  private final PrintStream out;
  private final Runnable quit;
  private final Optional<TerminalMode> mode;
  private final Thread hook = new Thread(this::leave);
  private final ArrayDeque<String> messages = new ArrayDeque<>();
  private final Thread drawer;
  private Screen screen;
  private int height;
  private Viewing viewing = Viewing.FIRST;
  private boolean left;

  private LiveScreen(
      Observatory observatory,
      Function<ControlRequest, ControlAnswer> desk,
      PrintStream out,
      Screen screen,
      int height,
      Optional<TerminalMode> mode,
      Runnable quit) {
    this.observatory = observatory;
    this.desk = desk;
    this.out = out;
    this.screen = screen;
    this.height = height;
    this.mode = mode;
    this.quit = quit;
    this.drawer = Thread.ofPlatform().daemon().name("screen").unstarted(this::run);
  }

  /**
   * Takes the terminal over until it is closed.
   *
   * @param quit called when somebody wants an end
   */
  static LiveScreen open(
      Observatory observatory,
      Function<ControlRequest, ControlAnswer> desk,
      PrintStream out,
      Screen screen,
      Runnable quit)
      throws InterruptedException {
    var live =
        new LiveScreen(
            observatory,
            desk,
            out,
            WindowSize.measured(screen),
            TerminalMode.lines(),
            TerminalMode.raw(),
            quit);
    Runtime.getRuntime().addShutdownHook(live.hook);
    Signals.on("WINCH", () -> Thread.ofVirtual().start(live::measure));
    out.print(BEGIN);
    live.drawer.start();
    if (live.mode.isPresent()) Thread.ofPlatform().daemon().name("keys").start(live::listen);
    return live;
  }

  private void run() {
    try {
      while (true) {
        draw();
        Thread.sleep(FRAME);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void measure() {
    try {
      Screen measured = WindowSize.measured(screen);
      int lines = TerminalMode.lines();
      synchronized (this) {
        screen = measured;
        height = lines;
      }
      draw();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    if (left) return;
    var lines =
        new LiveTable(observatory, screen).lines(viewing, rows(), List.copyOf(messages), height);
    var frame = new StringBuilder("\033[H");
    for (int i = 0; i < Math.min(lines.size(), height); i++) {
      frame.append(i == 0 ? "" : "\r\n").append(lines.get(i)).append("\033[K");
    }
    out.print(frame.append("\033[J"));
    out.flush();
  }

  private List<SenderView> rows() {
    var history = observatory.history();
    return viewing.rows(
        observatory.scene().view().senders(), sender -> history.lastHour(sender).percent());
  }

  /** Shows a line below the table; what came from elsewhere in it is escaped already. */
  synchronized void say(String message) {
    if (messages.size() == MESSAGES) messages.removeFirst();
    String safe = MonitorRun.escapedOnce(message);
    int width = Math.max(20, screen.columns() - 2);
    messages.addLast(safe.length() <= width ? safe : safe.substring(0, width - 1) + "…");
  }

  private void listen() {
    try (InputStream keys = new FileInputStream("/dev/tty")) {
      for (var key = Key.read(keys); key.isPresent(); key = Key.read(keys)) press(key.get());
    } catch (IOException _) {
      // No keys any more: the table goes on without.
    }
  }

  private void press(Key key) {
    Viewing.Step step;
    synchronized (this) {
      step = viewing.press(key, LiveTable.ids(rows()));
    }
    switch (step) {
      case Viewing.Step.Look(Viewing next) -> look(next);
      case Viewing.Step.Ask(ControlRequest request) ->
          desk.apply(request).lines().forEach(this::say);
      case Viewing.Step.Quit() -> quit.run();
    }
    draw();
  }

  private synchronized void look(Viewing next) {
    viewing = next;
  }

  private synchronized void leave() {
    if (left) return;
    left = true;
    out.print(END);
    out.flush();
  }

  @Override
  public void close() {
    drawer.interrupt();
    leave();
    mode.ifPresent(TerminalMode::close);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process ends already, and the hook has nothing left to do.
    }
  }
}
