package dev.tinwire.heartbeat;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.Watchdog;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Answers requests at a socket of the file system, which only its owner can open: one request and
 * one answer a connection, within one deadline.
 */
final class ControlServer implements AutoCloseable {
  private static final int AT_ONCE = 16;

  private final Path path;
  private final ServerSocketChannel listener;
  private final Function<ControlRequest, ControlAnswer> desk;
  private final WatchLimits limits;
  private final Semaphore places = new Semaphore(AT_ONCE);

  private ControlServer(
      Path path,
      ServerSocketChannel listener,
      Function<ControlRequest, ControlAnswer> desk,
      WatchLimits limits) {
    this.path = path;
    this.listener = listener;
    this.desk = desk;
    this.limits = limits;
  }

  static ControlServer start(
      Path path, Function<ControlRequest, ControlAnswer> desk, WatchLimits limits)
      throws IOException {
    ControlPath.check(path);
    ControlPath.makeFolder(path);
    removeLeftover(path);
    var listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listener.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      listener.close();
      String why = Visible.of(String.valueOf(e.getMessage()));
      throw new WireException(
          "no control socket at " + Visible.of(path.toString()) + ": " + why, e);
    }
    var server = new ControlServer(path, listener, desk, limits);
    Thread.ofPlatform().daemon().name("control").start(server::accept);
    return server;
  }

  /** A monitor that was killed leaves its socket behind; one that runs must keep it. */
  private static void removeLeftover(Path path) throws IOException {
    if (!Files.exists(path)) return;
    try (var probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException _) {
      if (Files.isRegularFile(path) || Files.isDirectory(path)) {
        throw new WireException(Visible.of(path.toString()) + " is no socket; it stays as it is");
      }
      Files.deleteIfExists(path);
      return;
    }
    throw new WireException(
        "another monitor runs with the control socket "
            + Visible.of(path.toString())
            + "; end it, or give this one a socket of its own with --control");
  }

  private void accept() {
    while (listener.isOpen()) {
      try {
        SocketChannel channel = listener.accept();
        if (places.tryAcquire()) Thread.ofVirtual().name("control").start(() -> serve(channel));
        else channel.close();
      } catch (IOException _) {
        // Closed, or the caller left again before we had it.
      }
    }
  }

  private void serve(SocketChannel channel) {
    var deadline = Deadline.in(limits.controlTime());
    try (channel;
        var _ = Watchdog.guard(deadline, channel)) {
      var reader = new ByteReader(Channels.newInputStream(channel), 512);
      var answer = answer(reader.line("request", ControlRequest.MAX_LENGTH));
      Channels.newOutputStream(channel).write(answer.toBytes());
    } catch (IOException _) {
      // The caller left, or was too slow.
    } finally {
      places.release();
    }
  }

  private ControlAnswer answer(String line) {
    try {
      return desk.apply(ControlRequest.parse(line));
    } catch (Malformed e) {
      return ControlAnswer.no(String.valueOf(e.getMessage()));
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    Files.deleteIfExists(path);
  }
}
