package dev.tinwire.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One open TCP connection, plain or with TLS over it. It owns the socket: who has the connection
 * closes it. Reader and writer change when TLS comes; ask for them, do not keep them across {@link
 * #secured}.
 *
 * <p>An exchange and its deadline read like this:
 *
 * {@snippet :
 * String greeting =
 *     connection.within(deadline, "waiting for the greeting", () -> reader.line("greeting", 2048));
 * }
 */
public final class Connection implements Closeable {
  /** How long {@link #close} waits for a close_notify to get out. */
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);

  /** How much a peer may still send to a connection that is being closed in stages. */
  private static final int LINGER_BYTES = 16 << 20;

  /** Lays TLS over the raw socket: the handshake, on either side. */
  @FunctionalInterface
  public interface Upgrade {
    SSLSocket over(Socket raw) throws IOException;
  }

  private final Socket raw;
  private final Endpoint peer;
  private final boolean dialled;
  private @Nullable SSLSocket tls;
  private InputStream in;
  private OutputStream out;
  private @Nullable ByteReader reader; // made when asked for: ten thousand idle ones cost memory
  private @Nullable ByteWriter writer;

  private Connection(Socket raw, Endpoint peer, boolean dialled) throws IOException {
    raw.setTcpNoDelay(true); // The writer collects; Nagle's algorithm on top costs 40 ms a turn.
    this.raw = raw;
    this.peer = peer;
    this.dialled = dialled;
    this.in = raw.getInputStream();
    this.out = raw.getOutputStream();
  }

  /** Takes over a socket that was connected to {@code peer}, perhaps through a proxy. */
  public static Connection dialled(Socket raw, Endpoint peer) throws IOException {
    return new Connection(raw, peer, true);
  }

  /** Takes over a socket that a listener accepted. */
  public static Connection accepted(Socket raw) throws IOException {
    var peer = Endpoint.of((InetSocketAddress) raw.getRemoteSocketAddress());
    return new Connection(raw, peer, false);
  }

  /** The socket itself; its {@code getChannel()} serves bulk transfer while there is no TLS. */
  public Socket raw() {
    return raw;
  }

  /** Whom we talk to, as it was asked for: behind a proxy not the address of the socket. */
  public Endpoint peer() {
    return peer;
  }

  public ByteReader reader() {
    if (reader == null) {
      // What TLS protects has to come through it.
      reader = new ByteReader(in, tls == null ? raw.getChannel() : null, ByteReader.CAPACITY);
    }
    return reader;
  }

  /** Whether what is read comes from the kernel as it is, so that a direct buffer saves copies. */
  public boolean isDirect() {
    return tls == null && raw.getChannel() != null;
  }

  public ByteWriter writer() {
    if (writer == null) writer = new ByteWriter(out);
    return writer;
  }

  /** What reader and writer stand on, for who brings others of his own. */
  public InputStream in() {
    return in;
  }

  /** As {@link #in()}, the other way. */
  public OutputStream out() {
    return out;
  }

  public Optional<SSLSocket> tls() {
    return Optional.ofNullable(tls);
  }

  /**
   * Goes on under TLS. What the peer sent before belongs to nobody: read on, it would pass for
   * something said under TLS (RFC 3207 §6), so it is refused. Who accepted the connection may find
   * the peer's ClientHello in the kernel already; only what the reader took out of it is stale.
   */
  public void secured(Upgrade upgrade) throws IOException {
    if (writer().anythingUnsent()) throw new IllegalStateException("unsent bytes before TLS");
    if (dialled ? reader().anythingUnread() : reader().anythingBuffered()) {
      throw new Unsolicited(peer + " sent something before the TLS handshake; nothing was due");
    }
    SSLSocket socket = upgrade.over(raw);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    reader = null;
    writer = null;
    tls = socket;
  }

  /** Runs an exchange; when the deadline passes first, the socket is closed. */
  public <T extends @Nullable Object> T within(
      Deadline deadline, String doing, Exchange<T> exchange) throws IOException {
    return Watchdog.within(deadline, raw, doing, exchange);
  }

  /** Sends what the writer holds; a peer that does not read cannot hold us past the deadline. */
  public void flush(Deadline deadline, String doing) throws IOException {
    Watchdog.<@Nullable Void>within(
        deadline,
        raw,
        doing,
        () -> {
          writer().flush();
          return null;
        });
  }

  /** Ends the connection after a dialogue that is over. Never hangs; unsent bytes are lost. */
  @Override
  public void close() throws IOException {
    try (var _ = Watchdog.guard(Deadline.in(CLOSE_PATIENCE), raw)) {
      if (tls != null) tls.close();
    } finally {
      raw.close();
    }
  }

  /**
   * Half-closes, takes what the peer still sends, then closes (RFC 9112 §9.6). A plain close while
   * the peer sends makes TCP throw away the answer it has not read yet.
   */
  public void closeInStages(Deadline deadline) throws IOException {
    try (raw;
        var _ = Watchdog.guard(deadline, raw)) {
      if (tls != null) tls.shutdownOutput();
      raw.shutdownOutput();
      drain(raw.getInputStream());
    } catch (IOException _) {
      // The peer is gone or too slow. We were about to leave anyway.
    }
  }

  private static void drain(InputStream in) throws IOException {
    byte[] bin = new byte[8 * 1024];
    int n = 0;
    for (long total = 0; n >= 0 && total < LINGER_BYTES; total += n) n = in.read(bin);
  }

  /** Ends it in the middle, with a reset: the peer must not take what it has for all there is. */
  public void abort() throws IOException {
    try (raw) {
      raw.setSoLinger(true, 0);
    }
  }
}
