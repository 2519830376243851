package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Servers that others wrote, started for a test on the loopback; without them it is skipped. */
final class Peers {
  private Peers() {}

  /** Debian's servers lie where only an administrator's PATH leads. */
  static void need(String... names) {
    for (String name : names) {
      boolean found =
          Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
              .anyMatch(at -> Files.isExecutable(Path.of(at, name)));
      assumeTrue(found, "no " + name);
    }
  }

  static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, Loopback.V4)) {
      return free.getLocalPort();
    }
  }

  /** Starts it and waits until somebody listens there. */
  static Running start(int port, Path home, String... words)
      throws IOException, InterruptedException {
    var program = new Program(List.of(words));
    Running running = program.start(Invocation.of().withEnv("HOME", home.toString()));
    for (long end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(Loopback.V4, port));
        return running;
      } catch (ConnectException _) {
        Thread.onSpinWait(); // it is still starting
      }
    }
    running.close();
    throw new AssertionError(words[0] + " does not listen: " + running.outcome());
  }

  /** A key and a certificate for localhost, as PEM files that servers read. */
  static Path certificate(Path home) throws IOException, InterruptedException {
    need("openssl");
    Path pem = home.resolve("cert.pem");
    var words =
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-addext",
            "basicConstraints=critical,CA:TRUE",
            "-keyout",
            home.resolve("key.pem").toString(),
            "-out",
            pem.toString());
    var made = Invocation.of().on(new Program(words));
    if (made.status() != 0) throw new AssertionError(made.toString());
    return pem;
  }
}
