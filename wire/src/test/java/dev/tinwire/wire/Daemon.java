package dev.tinwire.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server from the system's packages, listening on the loopback until it is closed. */
record Daemon(Process process, int port) implements Closeable {
  /** A port that was free a moment ago. */
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts it, or skips the test with a word; comes back when it listens. */
  static Daemon start(int port, Path log, List<String> command) throws IOException {
    String name = command.getFirst();
    boolean found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Path.of(folder, name).toFile().canExecute());
    assumeTrue(found, name + " is not installed");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var daemon = new Daemon(process, port);
    try {
      daemon.awaitListening(Deadline.in(Duration.ofSeconds(20)));
      return daemon;
    } catch (IOException e) {
      daemon.close();
      throw e;
    }
  }

  private void awaitListening(Deadline deadline) throws IOException {
    while (!listens()) {
      deadline.check("waiting until it listens");
      if (!process.isAlive()) throw new IOException("it ended with " + process.exitValue());
      Thread.onSpinWait();
    }
  }

  private boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    // tinyproxy now and then sleeps through its signal.
    process.onExit().orTimeout(2, TimeUnit.SECONDS).exceptionally(_ -> process).join();
    process.destroyForcibly().onExit().join();
  }
}
