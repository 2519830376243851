package dev.tinwire.heartbeat;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Visible;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A running monitor: one thread that hears, one that tells. */
final class Monitor implements Fleet, Closeable {
  private static final int AT_ONCE = 256;

  private final MonitorLoop.Clocks clocks;
  private final ReceivingSockets sockets;
  private final Reception reception;
  private final Book book;
  private final MonitorLoop loop;
  private final Teller teller;
  private final Optional<Prober> prober;
  private final Instant since;
  private final int buffer;
  private final List<Thread> threads = new ArrayList<>();

  /**
   * What kind of monitor.
   *
   * @param at the addresses of ours to listen at
   * @param probe whether late senders are asked if they live
   * @param plainLines whether anybody wants to hear of each beat
   */
  record Plan(
      List<InetAddress> at,
      int port,
      Gate gate,
      BookRules rules,
      Detection detection,
      boolean probe,
      boolean plainLines,
      Conversation conversation,
      MonitorLimits limits) {}

  private Monitor(Plan plan, ReceivingSockets sockets, MonitorLoop.Clocks clocks)
      throws IOException {
    this.sockets = sockets;
    this.clocks = clocks;
    since = clocks.now().instant();
    buffer = sockets.buffer();
    teller = new Teller(plan.limits(), plan.plainLines());
    book = new Book(plan.rules(), plan.detection(), teller, RandomGenerator.of("SecureRandom"));
    teller.alone(() -> book.roster.size() <= 1);
    int receives = plan.limits().receives();
    reception = new Reception(sockets, plan.gate(), book, plan.conversation(), receives);
    prober =
        plan.probe()
            ? Optional.of(new Prober(plan.gate().key(), plan.limits().probes()))
            : Optional.empty();
    var drops = new KernelDrops(sockets.addresses().getFirst().getPort());
    loop = new MonitorLoop(sockets, reception, book, drops, plan.limits(), clocks, this::probe);
  }

  /** Listens, but hears nothing before {@link #start}. */
  static Monitor open(Plan plan) throws IOException {
    var sockets = ReceivingSockets.open(plan.at(), plan.port(), plan.limits().buffer());
    try {
      return new Monitor(plan, sockets, MonitorLoop.Clocks.SYSTEM);
    } catch (IOException e) {
      sockets.close();
      throw e;
    }
  }

  void start() {
    threads.add(Thread.ofPlatform().daemon().name("teller").start(teller));
    threads.add(Thread.ofPlatform().daemon().name("monitor").start(loop));
  }

  List<InetSocketAddress> addresses() throws IOException {
    return sockets.addresses();
  }

  int buffer() {
    return buffer;
  }

  Snapshot snapshot(Path file) {
    return new Snapshot(file, book, loop.lock, clocks);
  }

  /** How long the silence of some may be at most. */
  void within(Map<String, SenderRule> rules) {
    locked(() -> book.knobs.within(rules));
  }

  void expect(String id) {
    locked(() -> book.expect(id, clocks.now()));
  }

  /** Tells of all, beats too, on the teller's thread. */
  void hear(Consumer<Told> hearer) {
    teller.listen(hearer);
  }

  long leftOut() {
    return teller.leftOut();
  }

  Rejections rejected() {
    return book.rejected;
  }

  private void probe(List<Sender> late) {
    if (prober.isEmpty()) return;
    for (Sender sender : late) {
      var at = SenderViews.address(sender);
      if (at == null) continue;
      long asked = sender.arrival;
      prober.get().ask(sender.name(), at, answer -> answered(sender, asked, answer));
    }
  }

  private void answered(Sender sender, long asked, Prober.Answer answer) {
    locked(() -> {
      if (book.roster.at(sender.index) != sender) return;
      switch (answer) {
        case ALIVE -> book.judge.answered(sender, clocks.now());
        case CLOSED -> book.judge.closed(sender, asked, clocks.now());
        case NONE -> {}
      }
    });
  }

  @Override
  public FleetView view() {
    Moment now = clocks.now();
    var senders = new ArrayList<SenderView>();
    var conflicts = new ArrayList<String>();
    locked(() -> conflicts.addAll(book.knobs.conflicts()));
    for (int start = 0; start < book.roster.end(); start += AT_ONCE) {
      int from = start;
      locked(() -> {
        for (int i = from; i < Math.min(from + AT_ONCE, book.roster.end()); i++) {
          Sender one = book.roster.at(i);
          if (one != null) senders.add(SenderViews.of(one, now));
        }
      });
    }
    return new FleetView(
        now.instant(),
        since,
        List.copyOf(senders),
        reception.received(),
        loop.perSecond(),
        book.rejected.all(),
        book.drops.all(),
        book.judge.isBlind(),
        conflicts,
        buffer);
  }

  @Override
  public boolean mute(String id, Instant until) {
    return with(id, sender -> sender.extras().mutedUntil = until.toEpochMilli());
  }

  @Override
  public boolean acknowledge(String id) {
    return with(id, sender -> sender.acknowledged = true);
  }

  @Override
  public boolean forget(String id) {
    return with(id, book::forget);
  }

  @Override
  public String why(String id) {
    var words = new StringBuilder();
    if (with(id, sender -> words.append(Why.of(sender, book, clocks.now()))))
      return words.toString();
    return "there is no sender " + Visible.cut(id, PairParser.LONGEST_ID);
  }

  @Override
  public List<Budget> budget(String id) {
    var all = new ArrayList<Budget>();
    with(id, one -> all.addAll(book.detection().budget(one.index, one.periodNanos())));
    return all;
  }

  @Override
  public void listen(Consumer<Change> hearer) {
    teller.listen(told -> {
      if (told instanceof Told.Changed(var change, _)) hearer.accept(change);
    });
  }

  private boolean with(String id, Consumer<Sender> action) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    boolean[] found = new boolean[1];
    locked(() -> {
      @Nullable Sender sender = book.roster.find(bytes, 0, bytes.length);
      found[0] = sender != null;
      if (sender != null) action.accept(sender);
    });
    return found[0];
  }

  private void locked(Runnable action) {
    loop.lock.lock();
    try {
      action.run();
    } finally {
      loop.lock.unlock();
    }
  }

  /** Ends it: what was heard is told first. */
  @Override
  public void close() throws IOException {
    loop.end();
    if (!threads.isEmpty()) {
      join(threads.getLast());
      teller.end();
      join(threads.getFirst());
    }
    sockets.close();
  }

  private static void join(Thread thread) {
    try {
      var _ = thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
