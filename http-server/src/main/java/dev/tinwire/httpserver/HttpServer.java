package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An HTTP/1.1 server with a handler of one's own:
 *
 * {@snippet :
 * Handler hello = request -> Answer.of(Status.OK, Content.of("hello\n"));
 * try (var server = HttpServer.start(ServerOptions.loopback(8080), hello)) {
 *   System.out.println("listening at " + server.addresses());
 *   Thread.currentThread().join();
 * }
 * }
 *
 * <p>Each request has a virtual thread to itself, so a handler may block; it must be able to run
 * for several requests at once.
 */
public final class HttpServer implements AutoCloseable {
  /**
   * How long a lobby may take to let the listeners go. It waits for nothing but a processor; on a
   * computer with much else to do two seconds were too few.
   */
  private static final Duration LEAVING = Duration.ofSeconds(30);

  /** How late a deadline may be noticed. */
  private static final Duration TICK = Duration.ofMillis(50);

  /** A thread that waits for many is worth one processor; others are for sessions. */
  static final int LOBBIES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private final ServerOptions options;
  private final Listeners listeners;
  private final List<InetSocketAddress> addresses;
  private final Sessions sessions;
  private final Overload overload = new Overload();
  private final Counters counters = new Counters();
  private final Freight freight = Freight.ready();
  private final List<Lobby> lobbies = new ArrayList<>();
  private Optional<Thread> sweeper = Optional.empty();
  private final AtomicBoolean closed = new AtomicBoolean();

  private HttpServer(ServerOptions options, Handler handler, Listeners listeners)
      throws IOException {
    this.options = options;
    this.listeners = listeners;
    this.addresses = listeners.addresses();
    this.sessions = new Sessions(options.limits().connections());
    var service =
        new Service(
            handler,
            options.limits(),
            options.observer(),
            counters,
            InstantSource.system(),
            new DateLine(),
            sessions::ending);
    var reception = new Reception(service, options.tls(), Handshakes.ofMachine(), freight);
    var entrance = new Entrance(sessions, overload, counters, options.tls().isPresent());
    for (int i = 0; i < LOBBIES; i++) lobbies.add(new Lobby(entrance, reception));
  }

  /** Listens, and serves until it is closed. */
  public static HttpServer start(ServerOptions options, Handler handler) throws IOException {
    return start(options, Listeners.at(options.addresses()), handler);
  }

  /** The same at sockets that listen already, which are closed with it. */
  static HttpServer start(ServerOptions options, Listeners listeners, Handler handler)
      throws IOException {
    try {
      var server = new HttpServer(options, handler, listeners);
      server.run();
      return server;
    } catch (IOException e) {
      listeners.close();
      throw e;
    }
  }

  /** Lobbies and sweeping have platform threads: busy sessions must not hold them up. */
  private void run() throws IOException {
    for (ServerSocketChannel channel : listeners.channels()) {
      channel.configureBlocking(false);
      var acceptor = new Acceptor(channel::accept, options.observer());
      lobbies.getFirst().listen(channel, acceptor, lobbies);
    }
    lobbies.forEach(Lobby::start);
    sweeper = Optional.of(Thread.ofPlatform().daemon().name("sweep").start(this::sweep));
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(TICK);
        sessions.sweep(System.nanoTime());
        overload.expire(System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: the end of this thread
    }
  }

  /** Where it listens, with the ports that were really taken. */
  public List<InetSocketAddress> addresses() {
    return addresses;
  }

  public int port() {
    return addresses.getFirst().getPort();
  }

  public Counters counters() {
    return counters;
  }

  /** How many connections are open now. */
  public int connections() {
    return sessions.count();
  }

  /** Ends it, with the grace of its limits. */
  @Override
  public void close() {
    close(options.limits().grace());
  }

  /**
   * Accepts nobody any more, ends idle connections at once and the others when their answer is
   * sent; what still runs after the grace is aborted. Never waits much longer than that. Only the
   * first call does anything.
   */
  public void close(Duration grace) {
    if (!closed.compareAndSet(false, true)) return;
    long end = System.nanoTime() + grace.toNanos();
    sessions.beginEnding();
    try {
      try (listeners) {
        // A listener lives on in the kernel until all who wait at it have let it go.
        for (Lobby lobby : lobbies) lobby.end(LEAVING);
      }
      if (!sessions.end(Duration.ofNanos(end - System.nanoTime()))) {
        abort();
        sessions.awaitLast();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      abort(); // Who waits for us wants to end at once.
      Thread.currentThread().interrupt();
    } finally {
      lobbies.forEach(Lobby::close);
      freight.close();
      sweeper.ifPresent(Thread::interrupt);
      overload.close();
    }
  }

  private void abort() {
    sessions.abort();
    lobbies.forEach(Lobby::close);
  }
}
