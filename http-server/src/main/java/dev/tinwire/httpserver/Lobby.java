package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where connections are accepted and wait: one thread for thousands of them. What can be answered
 * from memory is answered right here ({@link FrontDesk}); with anything else a connection goes to a
 * {@link Session}, on a thread of its own, and comes back when that would only wait.
 *
 * <pre>
 *            accept                    by heart: answered
 *  listener --------> lobby, waiting -------------------> lobby, sending -> lobby, waiting
 *                        ^   |  anything else
 *                        |   +--------------> session: head, body, handler, answer
 *                        +----------------------+  nothing more has come yet
 * </pre>
 */
final class Lobby implements WaitingRoom {
  /** How late a deadline may be noticed, and how long a listener rests that cannot accept. */
  private static final Duration TICK = Duration.ofMillis(50);

  private final Selector selector;
  private final Entrance entrance;
  private final Reception reception;
  private final ServerLimits limits;
  private final FrontDesk desk;
  private final Doors doors = new Doors();
  private final Queue<Guest> entering = new ConcurrentLinkedQueue<>();
  private final CountDownLatch shut = new CountDownLatch(1);
  private final Thread thread;
  private List<Guest> departing = new ArrayList<>();
  private long swept = System.nanoTime();
  private volatile boolean ending;
  private volatile boolean over;

  /** Opens it; nobody is served before it is {@link #start}ed. */
  Lobby(Entrance entrance, Reception reception) throws IOException {
    this.entrance = entrance;
    this.reception = reception;
    this.selector = Selector.open();
    this.limits = reception.service().limits();
    this.desk = new FrontDesk(reception.service(), entrance.secure());
    this.thread = Thread.ofPlatform().name("lobby").unstarted(this::run);
  }

  /** Accepts there as well, for all of them. Before it is started. */
  void listen(ServerSocketChannel listener, Acceptor acceptor, List<Lobby> all) throws IOException {
    doors.add(listener, selector, acceptor, all);
  }

  void start() {
    thread.start();
  }

  @Override
  public void left() {
    selector.wakeup();
  }

  @Override
  public void back(Guest guest) {
    entering.add(guest);
    selector.wakeup();
    if (over) cutEntering(); // It may be that nobody looks any more.
  }

  private void cutEntering() {
    for (Guest late = entering.poll(); late != null; late = entering.poll()) abort(late);
  }

  /** Lets nobody in any more, and sends home who waits; waits until the listeners are let go. */
  void end(Duration atMost) throws InterruptedException {
    ending = true;
    selector.wakeup();
    shut.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Cuts who is still here. */
  void close() {
    over = true;
    selector.wakeup();
  }

  private void run() {
    try (selector) {
      while (!over) {
        round();
        if (ending) sendHome();
        long now = System.nanoTime();
        if (now - swept >= TICK.toNanos()) sweep(now);
      }
      guests().forEach(this::abort);
      departing.forEach(this::abort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      cutEntering();
      desk.close();
    }
  }

  /** Who departs is handed over only when the selector has let go of it. */
  private void round() throws IOException {
    List<Guest> parting = departing;
    departing = new ArrayList<>();
    if (!parting.isEmpty()) selector.selectNow(this::ready);
    else if (nobodyHere()) selector.select(this::ready);
    else selector.select(this::ready, TICK.toMillis());
    parting.forEach(this::toSession);
    for (Guest guest : desk.released()) guarded(guest, () -> settle(guest, desk.again(guest)));
    for (Guest guest = entering.poll(); guest != null; guest = entering.poll()) {
      Guest entered = guest;
      guarded(entered, () -> enter(entered, false));
    }
  }

  /** Then there is no deadline, and the processor may sleep. */
  private boolean nobodyHere() {
    // Not while somebody enters: at the end a wakeup may have been used up by sendHome's selecting.
    return entering.isEmpty()
        && selector.keys().size() == doors.count()
        && doors.open()
        && desk.remembersNothing();
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof Guest guest) {
      guarded(guest, () -> settle(guest, attend(guest, key)));
    } else if (key.attachment() instanceof Acceptor door && !door.accept(this::welcome)) {
      doors.rest(key);
    }
  }

  private FrontDesk.Next attend(Guest guest, SelectionKey key) throws IOException {
    return key.isWritable() ? desk.goOn(guest) : desk.take(guest);
  }

  private void welcome(SocketChannel accepted) throws IOException {
    Optional<Guest> admitted = entrance.admit(accepted);
    if (admitted.isEmpty()) return;
    Guest guest = admitted.get();
    guest.patience().idle(limits.head()); // A connection is made to be used at once.
    Lobby lobby = doors.next();
    if (entrance.secure()) lobby.toSession(guest); // for the handshake
    else if (lobby == this) guarded(guest, () -> enter(guest, true));
    else lobby.back(guest);
  }

  private void enter(Guest guest, boolean speaks) throws IOException {
    guest.channel().configureBlocking(false);
    boolean read = speaks || guest.secured() != null; // Its next record may have been read already.
    settle(guest, read ? desk.take(guest) : FrontDesk.Next.WAITS);
  }

  private void settle(Guest guest, FrontDesk.Next next) throws IOException {
    switch (next) {
      case WAITS -> guest.await(selector, SelectionKey.OP_READ);
      case SENDS -> guest.await(selector, SelectionKey.OP_WRITE);
      case LEAVES -> close(guest);
      case EXPECTS -> guest.await(selector, 0);
      case NEEDS_SESSION -> {
        if (guest.letGoBy(selector)) departing.add(guest);
        else toSession(guest);
      }
    }
  }

  private void toSession(Guest guest) {
    guarded(
        guest,
        () -> {
          guest.channel().configureBlocking(true);
          entrance.sessions().start(new Session(reception, guest), this);
        });
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /** What goes wrong with one guest does not concern the others. */
  private void guarded(Guest guest, Step step) {
    try {
      step.run();
    } catch (IOException _) {
      abort(guest);
    } catch (RuntimeException | Error e) {
      abort(guest);
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private List<Guest> guests() {
    var guests = new ArrayList<Guest>();
    for (SelectionKey key : selector.keys()) {
      if (key.isValid() && key.attachment() instanceof Guest guest) guests.add(guest);
    }
    return guests;
  }

  /** Ends what has taken too long. */
  private void sweep(long now) {
    swept = now;
    desk.tidy();
    doors.reopen();
    for (Guest guest : guests()) {
      if (guest.patience().current().over(now)) {
        guarded(guest, () -> settle(guest, Overdue.next(guest, desk)));
      }
    }
  }

  private void sendHome() throws IOException {
    if (shut.getCount() > 0) {
      doors.shut();
      selector.selectNow(this::ready);
      shut.countDown();
    }
    for (Guest guest : guests()) if (guest.idle()) close(guest);
  }

  private void close(Guest guest) {
    if (!guest.close()) return;
    entrance.sessions().release();
    desk.gone(guest);
  }

  private void abort(Guest guest) {
    guest.cut();
    close(guest);
  }
}
