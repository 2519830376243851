package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.Output;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of {@code tinwire monitor}: puts its parts together, waits for the end, takes leave. */
final class MonitorRun {
  private final Monitor monitor;
  private final MonitorPlan plan;
  private final WatchPlan watching;
  private final Output output;
  private final boolean table;
  private final CountDownLatch wanted = new CountDownLatch(1);

  /** Where notes go while the live table has the terminal. */
  private volatile @Nullable LiveScreen screen;

  /**
   * A run.
   *
   * @param table whether the live table is shown instead of lines
   */
  MonitorRun(Monitor monitor, MonitorPlan plan, WatchPlan watching, Output output, boolean table) {
    this.monitor = monitor;
    this.plan = plan;
    this.watching = watching;
    this.output = output;
    this.table = table;
  }

  void run(MonitorServices services, Ending ending) throws IOException, InterruptedException {
    restore();
    monitor.hear(table ? this::beside : printer());
    try (var events = events();
        var watch = Watch.start(monitor, watching, services, this::note)) {
      if (events != null) monitor.hear(events);
      var _ = Thread.ofVirtual().start(() -> await(ending));
      monitor.start();
      new MonitorWelcome(monitor, plan, watch).lines().forEach(this::note);
      Thread keeping = keep();
      try (var shown = table ? open(watch) : null) {
        screen = shown;
        wanted.await();
        screen = null;
      }
      monitor.close();
      if (keeping != null) {
        keeping.interrupt();
        keeping.join();
      }
    }
    output.note(MonitorWelcome.sum(monitor));
  }

  private void restore() throws IOException {
    var file = plan.snapshot();
    if (file.isPresent() && monitor.snapshot(file.get()).read()) {
      note("going on from " + Visible.of(file.get().toString()));
    }
    plan.expected().forEach(monitor::expect);
    follow(watching.config().get());
    watching.config().listen(this::follow);
  }

  /** What a configuration says of senders and not of alarms. */
  private void follow(MonitorConfig config) {
    monitor.within(config.senders());
    config.expected().forEach(monitor::expect);
  }

  private @Nullable EventLog events() throws IOException {
    return plan.events().isEmpty() ? null : new EventLog(plan.events().get(), this::note);
  }

  private @Nullable Thread keep() {
    if (plan.snapshot().isEmpty()) return null;
    var work = new Keeping(monitor.snapshot(plan.snapshot().get()), this::note);
    return Thread.ofPlatform().daemon().name("snapshot").start(work);
  }

  private LiveScreen open(Watch watch) throws InterruptedException {
    return watch.screen(output.out(), output.outScreen(), wanted::countDown);
  }

  private void await(Ending ending) {
    try {
      ending.await();
      wanted.countDown();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Consumer<Told> printer() {
    if (output.json()) return told -> EventLine.of(told).ifPresent(output.jsonLines()::write);
    var lines = new ClassicLines(ZoneId.systemDefault());
    return told -> {
      lines.of(told).ifPresent(output.out()::println);
      lines.note(told).ifPresent(this::note);
    };
  }

  /** Beside the table, which has all else. */
  private void beside(Told told) {
    if (told instanceof Told.Conflict(var id, _, var words, _)) note(id + ": " + words);
  }

  private void note(String fact) {
    var shown = screen;
    if (shown != null) shown.say(fact);
    else if (!output.quiet()) output.err().println(escapedOnce(fact));
  }

  /** Whoever notes has escaped what came from elsewhere: its backslashes stay single. */
  static String escapedOnce(String fact) {
    return Arrays.stream(fact.split("\\\\", -1)).map(Visible::of).collect(Collectors.joining("\\"));
  }
}
