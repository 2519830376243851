package dev.tinwire.wire.tls;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Speaks TLS to servers: over a fresh connection ({@link #connect}) or over one that has spoken
 * something else before, as after STARTTLS ({@link #handshake}). One client serves any number of
 * connections, from any number of threads, and resumes sessions between them.
 */
public final class TlsClient {
  static {
    TlsProperties.set();
  }

  /** Opens a connection to the server, or a second one if TLS has to begin anew. */
  @FunctionalInterface
  public interface Dial {
    Socket open() throws IOException;
  }

  private final TlsOptions options;
  private final InstantSource clock;
  private final FutureTask<SSLContext> context;
  private volatile KeyShares first = KeyShares.FAST;

  public TlsClient(TlsOptions options) {
    this(options, InstantSource.system());
  }

  TlsClient(TlsOptions options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
    this.context = new FutureTask<>(() -> Contexts.client(options, clock));
  }

  /**
   * Lets the JDK load its machinery beside whatever is done now, for who knows that there will be a
   * handshake before knowing whom it believes.
   */
  public static void warmUp() {
    TlsWarmUp.once();
  }

  /**
   * Begins in the background what the first handshake needs: the trusted authorities and the JDK's
   * machinery, about 130 ms in a starting JVM. Called beside name lookup and connecting it costs no
   * time; not called, the first handshake does it.
   */
  public void prepare() {
    if (context.isDone()) return;
    TlsWarmUp.once();
    Thread.ofPlatform().daemon().name("tls-context").start(context);
  }

  /**
   * Dials and shakes hands, and does both a second time if the server may have refused the quick
   * offer of groups. Two connections at most; the deadline holds for all of it.
   */
  public SSLSocket connect(Dial dial, Endpoint peer, Deadline deadline) throws IOException {
    KeyShares offered = first;
    try {
      return handshake(dial.open(), peer, deadline, offered);
    } catch (TlsFailed e) {
      if (offered == KeyShares.FULL || !e.fault().mayBeTheGroups()) throw e;
    }
    SSLSocket socket = handshake(dial.open(), peer, deadline, KeyShares.FULL);
    first = KeyShares.FULL; // do not pay twice for every connection to such a server
    return socket;
  }

  /** Opens a connection that has said nothing yet, or a second one if TLS has to begin anew. */
  @FunctionalInterface
  public interface Opening {
    Connection open() throws IOException, InterruptedException;
  }

  /** As {@link #connect(Dial, Endpoint, Deadline)}, for who works with connections. */
  public Connection connect(Opening opening, Deadline deadline)
      throws IOException, InterruptedException {
    KeyShares offered = first;
    try {
      return secured(opening.open(), deadline, offered);
    } catch (TlsFailed e) {
      if (offered == KeyShares.FULL || !e.fault().mayBeTheGroups()) throw e;
    }
    Connection connection = secured(opening.open(), deadline, KeyShares.FULL);
    first = KeyShares.FULL;
    return connection;
  }

  private Connection secured(Connection connection, Deadline deadline, KeyShares shares)
      throws IOException {
    try {
      connection.secured(raw -> handshake(raw, connection.peer(), deadline, shares));
      return connection;
    } catch (Throwable e) {
      connection.raw().close();
      throw e;
    }
  }

  /**
   * Shakes hands over an open connection. The caller has made sure that nothing the peer sent is
   * left unread there: it would come from before the encryption.
   *
   * @param raw belongs to the result, closes with it, and is closed if there is none
   * @param peer its host is what the certificate must name, whatever {@code raw} leads to
   */
  public SSLSocket handshake(Socket raw, Endpoint peer, Deadline deadline) throws IOException {
    return handshake(raw, peer, deadline, KeyShares.FULL);
  }

  /**
   * As {@link #handshake}, with the quick offer of groups first; for who can come again over a new
   * connection if that was refused, which {@link #offersMoreAfter} says.
   */
  public SSLSocket quickHandshake(Socket raw, Endpoint peer, Deadline deadline) throws IOException {
    return handshake(raw, peer, deadline, first);
  }

  /**
   * Whether a server that ended a handshake may have refused the quick offer of groups only. From
   * then on everything is offered, so this is said once; for who has to speak something else over a
   * new connection before TLS can begin there.
   */
  public boolean offersMoreAfter(TlsFailed failed) {
    if (first == KeyShares.FULL || !failed.fault().mayBeTheGroups()) return false;
    first = KeyShares.FULL;
    return true;
  }

  private SSLSocket handshake(Socket raw, Endpoint peer, Deadline deadline, KeyShares shares)
      throws IOException {
    return new Handshake(peer, deadline, clock).run(raw, open -> layer(open, peer, shares));
  }

  private SSLSocket layer(Socket raw, Endpoint peer, KeyShares shares) throws IOException {
    PeerName host = PeerName.of(peer.host());
    var factory = context().getSocketFactory();
    Socket under = ReadAheadSocket.over(raw);
    var socket = (SSLSocket) factory.createSocket(under, host.text(), peer.port(), true);
    socket.setSSLParameters(parameters(socket.getSSLParameters(), host, shares));
    socket.startHandshake();
    return socket;
  }

  private SSLParameters parameters(SSLParameters parameters, PeerName host, KeyShares shares) {
    parameters.setProtocols(TlsProperties.PROTOCOLS);
    parameters.setCipherSuites(CipherOrder.fastestFirst(parameters.getCipherSuites()));
    parameters.setServerNames(host.indication().stream().toList());
    parameters.setApplicationProtocols(options.applicationProtocols().toArray(String[]::new));
    shares
        .namedGroups()
        .ifPresent(groups -> parameters.setNamedGroups(groups.toArray(String[]::new)));
    return parameters;
  }

  private SSLContext context() throws IOException {
    context.run(); // nothing, if prepare() began it
    try {
      return context.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) throw cause;
      throw new IllegalStateException("TLS cannot be set up", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted before TLS").initCause(e);
    }
  }
}
