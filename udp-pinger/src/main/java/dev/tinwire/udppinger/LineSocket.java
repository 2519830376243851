package dev.tinwire.udppinger;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Dialler;
import dev.tinwire.wire.Endpoint;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * {@code --tcp}: packets are lines of a connection, as the textbook's server for many clients has
 * them. TCP loses nothing; what shows is how long it keeps us waiting.
 */
final class LineSocket implements PingSocket {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A longer line is cut into several, of which none will be the one expected. */
  private static final int LONGEST = 1 << 16;

  private static final Duration TO_QUIT = Duration.ofMillis(200);

  private static final byte LF = '\n';
  private static final byte CR = '\r';

  private final SocketChannel channel;
  private final ByteBuffer line = ByteBuffer.allocateDirect(LONGEST);
  private final ByteBuffer came = ByteBuffer.allocateDirect(LONGEST).limit(0);
  private long cameAt;

  private LineSocket(SocketChannel channel) {
    this.channel = channel;
  }

  static LineSocket dial(Endpoint target, DialOptions options)
      throws IOException, InterruptedException {
    var connection = new Dialler(options).dial(target, Deadline.in(PATIENCE)).connection();
    SocketChannel channel = connection.raw().getChannel();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new LineSocket(channel);
  }

  InetSocketAddress peer() throws IOException {
    return (InetSocketAddress) channel.getRemoteAddress();
  }

  @Override
  public void send(ByteBuffer packet) throws IOException {
    line.clear();
    line.put(packet).put(LF).flip();
    while (line.hasRemaining()) channel.write(line);
  }

  @Override
  public void receive(ByteBuffer into, Arrival arrival) throws IOException {
    int length = 0;
    for (; length < LONGEST - 1; length++) {
      if (!came.hasRemaining()) fill();
      byte octet = came.get();
      if (octet == LF) break;
      into.put(octet);
    }
    boolean ended = length > 0 && into.get(into.position() - 1) == CR;
    arrival.length = ended ? length - 1 : length;
    arrival.nanoTime = cameAt;
    arrival.kernel = 0;
    arrival.ttl = Arrival.NO_TTL;
  }

  private void fill() throws IOException {
    came.clear();
    int count = channel.read(came);
    cameAt = System.nanoTime();
    came.flip();
    if (count < 0) throw new EOFException("the peer ended the connection");
  }

  @Override
  public InetSocketAddress local() {
    try {
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException e) {
      throw new IllegalStateException("asked after its end", e);
    }
  }

  /** Says {@code quit}, as that server wants it; a peer that takes nothing does not hold us up. */
  @Override
  public void close() throws IOException {
    Thread quitting = Thread.ofPlatform().daemon().name("ping-quit").start(this::quit);
    try {
      quitting.join(TO_QUIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      channel.close();
    }
  }

  private void quit() {
    try {
      channel.write(StandardCharsets.US_ASCII.encode("quit\n"));
    } catch (IOException _) {
      // It was over already.
    }
  }
}
