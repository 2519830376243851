package dev.tinwire.httpserver;

import dev.tinwire.wire.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
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
 * <p>Each connection has a virtual thread of its own, so a handler may block; it must be able to
 * run for several requests at once.
 */
public final class HttpServer implements AutoCloseable {
  /**
   * How long an acceptor may take to leave. It waits for nothing but a processor; on a computer
   * with much else to do two seconds were too few.
   */
  private static final Duration LEAVING = Duration.ofSeconds(30);

  /** How late a deadline may be noticed. */
  private static final Duration TICK = Duration.ofMillis(50);

  private final ServerOptions options;
  private final Listeners listeners;
  private final List<InetSocketAddress> addresses;
  private final Sessions sessions;
  private final Overload overload = new Overload();
  private final Counters counters = new Counters();
  private final Reception reception;
  private final List<Thread> acceptors = new ArrayList<>();
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
    this.reception = new Reception(service, options.tls(), Handshakes.ofMachine());
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

  /** Accepting and sweeping stay on platform threads: busy sessions must not hold them up. */
  private void run() {
    for (ServerSocketChannel channel : listeners.channels()) {
      var acceptor = new Acceptor(channel::accept, this::welcome, options.observer());
      acceptors.add(Thread.ofPlatform().name("accept").start(acceptor));
    }
    sweeper = Optional.of(Thread.ofPlatform().daemon().name("sweep").start(this::sweep));
  }

  private void welcome(SocketChannel accepted) throws IOException {
    if (!sessions.reserve()) {
      refuse(accepted);
      return;
    }
    Session session;
    try {
      var client = (InetSocketAddress) accepted.getRemoteAddress();
      var connection = Connection.accepted(accepted.socket());
      session = new Session(reception, options.limits(), connection, client);
    } catch (IOException e) {
      sessions.release();
      throw e;
    }
    sessions.start(session);
  }

  private void refuse(SocketChannel accepted) throws IOException {
    counters.countRefused();
    // Who came for TLS could not read the words.
    if (options.tls().isPresent()) accepted.close();
    else overload.refuse(accepted, InstantSource.system().instant());
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
      listeners.close();
      // A listener lives on in the kernel until the thread that waits at it has left.
      for (Thread acceptor : acceptors) acceptor.join(LEAVING);
      sessions.end(Duration.ofNanos(end - System.nanoTime()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      sessions.abort(); // Who waits for us wants to end at once.
      Thread.currentThread().interrupt();
    } finally {
      sweeper.ifPresent(Thread::interrupt);
      overload.close();
    }
  }
}
