package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command, from its line to its end by a signal. */
final class EchoProcessTest {
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalEndsItWithTheSums(String signal) throws Exception {
    try (Running server = start()) {
      exchange(server);
      server.signal(signal);
      Outcome end = server.outcome();
      assertEquals(0, end.status(), end::toString);
      assertEquals("1 datagram received, 1 answered, 1 session", end.lines().getLast());
      assertEquals("", end.stderr());
    }
  }

  @Test
  void askedItSaysTheSumsAndGoesOn() throws Exception {
    assumeTrue(Native.obstacle().isEmpty(), "SIGQUIT is the JVM's here");
    try (Running server = start()) {
      InetSocketAddress address = exchange(server);
      server.signal("QUIT");
      server.awaitLine("1 datagram received, 1 answered, 1 session");
      try (var client = new TestClient(address)) {
        client.send("again");
        assertEquals("again", client.receiveText());
      }
      server.signal("QUIT");
      server.awaitLine("2 datagrams received, 2 answered, 2 sessions");
      server.signal("TERM");
      assertTrue(server.outcome().status() == 0);
    }
  }

  private static InetSocketAddress exchange(Running server)
      throws IOException, InterruptedException {
    String port = server.awaitLine("echoing over udp at 127.0.0.1:([0-9]+)").group(1);
    var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(port));
    try (var client = new TestClient(address)) {
      client.send("hello");
      assertEquals("hello", client.receiveText());
    }
    return address;
  }

  private static Running start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var words =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            EchoProcess.class.getName());
    return new Program(words).start(Invocation.of("--port", "0", "--bind", "127.0.0.1"));
  }
}
