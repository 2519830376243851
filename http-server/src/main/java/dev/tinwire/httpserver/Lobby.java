package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final FrontDesk desk;
  private final Doors doors = new Doors();
  private final Queue<Guest> returned = new ConcurrentLinkedQueue<>();
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
    this.desk = new FrontDesk(reception.service());
    this.thread = Thread.ofPlatform().name("lobby").unstarted(this::run);
  }

  /** Accepts there as well. Before it is started. */
  void listen(ServerSocketChannel listener, Acceptor acceptor) throws IOException {
    doors.add(listener, selector, acceptor);
  }

  void start() {
    thread.start();
  }

  @Override
  public void back(SocketChannel channel, InetSocketAddress client) {
    returned.add(new Guest(channel, client));
    selector.wakeup();
    if (over) cutReturned(); // It may be that nobody looks any more.
  }

  private void cutReturned() {
    for (Guest late = returned.poll(); late != null; late = returned.poll()) abort(late);
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
      cutReturned();
    }
  }

  /** Who departs is handed over only when the selector has let go of it. */
  private void round() throws IOException {
    List<Guest> parting = departing;
    departing = new ArrayList<>();
    if (parting.isEmpty()) selector.select(this::ready, TICK.toMillis());
    else selector.selectNow(this::ready);
    parting.forEach(this::toSession);
    for (Guest next = returned.poll(); next != null; next = returned.poll()) admit(next);
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
    if (!entrance.admits(accepted)) return;
    var guest = new Guest(accepted, (InetSocketAddress) accepted.getRemoteAddress());
    guarded(
        guest,
        () -> {
          if (entrance.secure()) {
            toSession(guest);
            return;
          }
          accepted.configureBlocking(false);
          accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
          guest.patience().idle(reception.service().limits().head()); // made to be used at once
          settle(guest, desk.take(guest)); // Mostly the request has come by now.
        });
  }

  private void admit(Guest guest) {
    guarded(
        guest,
        () -> {
          guest.channel().configureBlocking(false);
          guest.patience().idle(reception.service().limits().idle());
          settle(guest, FrontDesk.Next.WAITS);
        });
  }

  private void settle(Guest guest, FrontDesk.Next next) throws IOException {
    switch (next) {
      case WAITS -> await(guest, SelectionKey.OP_READ);
      case SENDS -> await(guest, SelectionKey.OP_WRITE);
      case LEAVES -> close(guest);
      case NEEDS_SESSION -> {
        SelectionKey key = guest.channel().keyFor(selector);
        if (key == null) {
          toSession(guest);
        } else {
          key.cancel();
          departing.add(guest);
        }
      }
    }
  }

  private void await(Guest guest, int what) throws IOException {
    SelectionKey key = guest.channel().keyFor(selector);
    if (key == null) {
      // For who stays: Nagle's algorithm would hold back the end of a second answer.
      guest.channel().setOption(StandardSocketOptions.TCP_NODELAY, true);
      guest.channel().register(selector, what, guest);
    } else if (key.interestOps() != what) {
      key.interestOps(what);
    }
  }

  private void toSession(Guest guest) {
    guarded(
        guest,
        () -> {
          guest.channel().configureBlocking(true);
          var session = new Session(reception, guest.channel(), guest.client(), guest.unread());
          entrance.sessions().start(session, this);
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
    for (Guest guest : guests()) if (guest.patience().current().over(now)) giveUp(guest);
  }

  private void giveUp(Guest guest) {
    if (guest.sending() == null) close(guest);
    else abort(guest);
  }

  private void sendHome() throws IOException {
    if (shut.getCount() > 0) {
      doors.shut();
      selector.selectNow(this::ready);
      shut.countDown();
    }
    for (Guest guest : guests()) if (guest.sending() == null) close(guest);
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
