package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Everything around a running monitor that shows or reacts: reads changes from the fleet and looks
 * at it once a second, tells whom to tell, and has pages, a control socket and uptime books. One
 * thread decides; whatever takes long has threads of its own.
 */
final class Watch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LOOK_AT_MANY = Duration.ofSeconds(5);
  private static final Duration SAVE = Duration.ofSeconds(60);
  private static final int CHANGES = 200_000;

  private final WatchPlan plan;
  private final Consumer<String> log;
  private final Observatory observatory;
  private final Outlets outlets;
  private final Engines engines;
  private final ControlDesk desk;
  private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>(CHANGES);
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Thread thread;
  private OptionalInt webPort = OptionalInt.empty();
  private long saved = System.nanoTime();

  private Watch(Fleet fleet, WatchPlan plan, MonitorServices services, Consumer<String> log)
      throws IOException {
    this.plan = plan;
    this.log = log;
    var uptimes = new UptimeBook(plan.limits());
    if (plan.uptimes().isPresent()) {
      plan.uptimes().get().read(uptimes, plan.limits(), fleet.view().now());
    }
    this.observatory =
        new Observatory(
            fleet, plan.config(), new History(plan.limits()), uptimes, System::nanoTime);
    this.desk = new ControlDesk(observatory, this::reload);
    observatory.adopt();
    this.outlets = new Outlets(plan.config(), services, plan.limits(), log);
    this.engines = new Engines(observatory, plan.config(), services.http(), plan.limits(), log);
    this.thread = Thread.ofPlatform().daemon().name("watch").unstarted(this::run);
  }

  /**
   * Begins; the fleet has read its snapshot already.
   *
   * @param log takes lines for people, each on its own, safe already
   */
  static Watch start(Fleet fleet, WatchPlan plan, MonitorServices services, Consumer<String> log)
      throws IOException {
    var watch = new Watch(fleet, plan, services, log);
    try {
      watch.open(services.web());
    } catch (IOException | RuntimeException e) {
      watch.close();
      throw e;
    }
    fleet.listen(watch::heard);
    watch.thread.start();
    Signals.on("HUP", () -> Thread.ofVirtual().start(() -> watch.reload().lines().forEach(log)));
    return watch;
  }

  private void open(StatusServer web) throws IOException {
    if (plan.control().isPresent()) control(plan.control().get());
    if (plan.web().isPresent()) {
      var site = new StatusSite(observatory, plan.limits(), plan.webOpen());
      var running = web.start(plan.web().get(), site);
      opened.add(running);
      opened.add(site); // closed first: the server would wait for its streams
      webPort = OptionalInt.of(running.port());
    }
  }

  /** A monitor without a home can do its work without such a socket. */
  private void control(Path path) throws IOException {
    try {
      opened.add(ControlServer.start(path, desk, plan.limits()));
    } catch (IOException e) {
      if (plan.controlWanted()) throw e;
      log.accept("monitor list, mute and the like will not work: " + e.getMessage());
    }
  }

  /** Where the status page is served, if it is. */
  OptionalInt webPort() {
    return webPort;
  }

  /** The live table on a terminal, until it is closed. */
  LiveScreen screen(PrintStream out, Screen screen, Runnable quit) throws InterruptedException {
    return LiveScreen.open(observatory, desk, out, screen, quit);
  }

  private LiveConfig.Reloaded reload() {
    var reloaded = plan.config().reload();
    observatory.stale();
    return reloaded;
  }

  /** Never waits: whoever tells us has beats to hear. */
  private void heard(Change change) {
    if (!changes.offer(change)) log.accept("too many changes at once; some were not told of");
  }

  private void run() {
    try {
      long next = System.nanoTime();
      while (true) {
        Change change = changes.poll(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
        try {
          if (change != null) tell(observatory.on(change));
          if (next - System.nanoTime() > 0) continue;
          next = System.nanoTime() + LOOK.toNanos();
          tell(observatory.look());
          save();
          next = System.nanoTime() + pause().toNanos();
        } catch (RuntimeException e) {
          // A fault of ours; whoever waits for alarms is better off with those that still work.
          log.accept("a bug in tinwire, please report it: " + Visible.of(e.toString()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: the end of this thread
    }
  }

  private Duration pause() {
    return observatory.isLarge() ? LOOK_AT_MANY : LOOK;
  }

  private void tell(List<Notice> notices) {
    notices.forEach(outlets::tell);
    if (!notices.isEmpty()) engines.soon();
  }

  private void save() {
    if (System.nanoTime() - saved < SAVE.toNanos()) return;
    saved = System.nanoTime();
    write();
  }

  private void write() {
    if (plan.uptimes().isEmpty()) return;
    var file = plan.uptimes().get();
    try {
      file.write(observatory.uptimes(), observatory.scene().now());
    } catch (IOException e) {
      log.accept("cannot write " + Visible.of(file.path().toString() + ": " + e.getMessage()));
    }
  }

  /** Lets go of everything, and keeps the books. */
  @Override
  public void close() {
    thread.interrupt();
    for (AutoCloseable part : opened.reversed()) close(part);
    engines.close();
    outlets.close();
    if (thread.getState() != Thread.State.NEW) write();
  }

  private void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.accept(Visible.of(e.toString()));
    }
  }
}
