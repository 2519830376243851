package dev.tinwire.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Opens connections: finds the addresses, lets them race (Happy Eyeballs, RFC 8305), and goes
 * through a proxy if there is one. TLS is laid over it by others.
 */
public final class Dialler {
  private final DialOptions options;
  private final Addresses addresses;
  private final Connector connector;
  private final Duration delay;
  private final LongSupplier nanoTime;

  public Dialler(DialOptions options) {
    this(options, Resolver.system());
  }

  public Dialler(DialOptions options, Resolver resolver) {
    this(options, resolver, Connector.tcp(options.bind()), Stagger.DELAY, System::nanoTime);
  }

  Dialler(
      DialOptions options,
      Resolver resolver,
      Connector connector,
      Duration delay,
      LongSupplier nanoTime) {
    this.options = options;
    this.addresses = new Addresses(options.overrides(), new Lookup(resolver));
    this.connector = connector;
    this.delay = delay;
    this.nanoTime = nanoTime;
  }

  /**
   * A connection to the target, made within the deadline.
   *
   * @throws DialFailed if there is none, with every address tried and why
   * @throws InterruptedException if the thread was interrupted; nothing is left open
   */
  public Dialled dial(Endpoint target, Deadline deadline) throws IOException, InterruptedException {
    return dial(target, deadline, true);
  }

  /**
   * A connection to the proxy of the options and no farther, for who tells it by himself what is
   * wanted of whom.
   */
  public Dialled dialProxy(Endpoint target, Deadline deadline)
      throws IOException, InterruptedException {
    return dial(target, deadline, false);
  }

  private Dialled dial(Endpoint target, Deadline deadline, boolean tunnel)
      throws IOException, InterruptedException {
    Optional<Proxy> proxy = options.proxy();
    Endpoint hop = proxy.map(Proxy::endpoint).orElse(target);
    String to = proxy.isPresent() ? "proxy " + hop + " (for " + target + ")" : hop.toString();

    long begin = nanoTime.getAsLong();
    long found;
    Race.Result won;
    try {
      List<InetSocketAddress> lanes = lanes(hop, deadline);
      found = nanoTime.getAsLong();
      won = new Race(to, lanes, connector, delay, nanoTime, deadline).run();
    } catch (DialFailed e) {
      throw proxy.isPresent() ? e.ofProxy(to) : e;
    }
    long connected = nanoTime.getAsLong();
    Connection connection = handOver(won, tunnel ? target : hop, deadline, tunnel);
    long done = nanoTime.getAsLong();
    return new Dialled(
        connection,
        Duration.ofNanos(found - begin),
        Duration.ofNanos(connected - found),
        Duration.ofNanos(done - connected),
        won.attempts());
  }

  private List<InetSocketAddress> lanes(Endpoint hop, Deadline deadline)
      throws IOException, InterruptedException {
    return addresses.of(hop, options.hopFamily(), deadline).stream()
        .map(address -> new InetSocketAddress(address, hop.port()))
        .toList();
  }

  private Connection handOver(Race.Result won, Endpoint target, Deadline deadline, boolean tunnel)
      throws IOException, InterruptedException {
    try {
      Connection connection = Connection.dialled(won.socket(), target);
      if (tunnel && options.proxy().isPresent())
        tunnel(connection, options.proxy().get(), deadline);
      return connection;
    } catch (Throwable e) {
      won.socket().close();
      throw e;
    }
  }

  private void tunnel(Connection connection, Proxy proxy, Deadline deadline)
      throws IOException, InterruptedException {
    Endpoint target = connection.peer();
    Endpoint asked = proxy.kind() == Proxy.Kind.SOCKS5 ? resolved(target, deadline) : target;
    try {
      new Tunnel(proxy, asked).open(connection, deadline);
    } catch (DialFailed e) {
      // To a thread that reads or writes, an interrupt is a broken socket and a flag.
      if (Thread.interrupted()) throw new InterruptedException("interrupted while dialling");
      throw e;
    }
  }

  /**
   * One address of the target, for a proxy that is not to look names up. IPv4 if there is one:
   * nothing tells whether the proxy has IPv6, and there is no second try.
   */
  private Endpoint resolved(Endpoint target, Deadline deadline)
      throws IOException, InterruptedException {
    List<InetAddress> all = addresses.of(target, options.family(), deadline);
    InetAddress one = all.stream().filter(Family.IPV4::takes).findFirst().orElse(all.getFirst());
    return Endpoint.of(new InetSocketAddress(one, target.port()));
  }
}
