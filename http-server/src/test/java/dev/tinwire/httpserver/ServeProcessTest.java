package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Running;
import dev.tinwire.testkit.ScriptedClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole command, from its line to its end by a signal. A test that waits for ever in a read
 * hears of no interrupt; so each has a thread of its own, which can be left behind.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ServeProcessTest {
  @TempDir Path site;

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalEndsItCleanlyAlthoughAConnectionIsIdle(String signal) throws Exception {
    Files.writeString(site.resolve("a.txt"), "hello");
    try (Running server = ServeProcess.start(site);
        Socket idle = new Socket()) {
      var address = address(server);
      idle.connect(address);
      ScriptedClient.talk(
          address,
          """
          C: GET /a.txt HTTP/1.1
          C: Host: localhost
          C: Connection: close
          C:
          S: HTTP/1.1 200 OK
          S*:
          S+: hello
          S CLOSE
          """);
      server.signal(signal);
      Outcome end = server.outcome();
      assertEquals(0, end.status(), end::toString);
      assertTrue(end.stderr().startsWith("1 request, 5 B sent in "), end::toString);
    }
  }

  @Test
  void aSignalThatComesTwiceAtOnceIsOne() throws Exception {
    try (Running server = ServeProcess.start(site)) {
      var _ = address(server);
      server.signalTwice("TERM");
      Outcome end = server.outcome();
      assertEquals(0, end.status(), end::toString);
      assertTrue(end.stderr().startsWith("0 requests, "), end::toString);
    }
  }

  /** An answer that nobody takes holds the end up for a while; not for who asks twice. */
  @Test
  void aSecondSignalEndsItAtOnce() throws Exception {
    byte[] much = new byte[32 << 20];
    Files.write(site.resolve("big"), much);
    try (Running server = ServeProcess.start(site);
        Socket reader = new Socket()) {
      var address = address(server);
      reader.connect(address);
      String request = "GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n";
      reader.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', reader.getInputStream().read());
      server.signal("INT");
      awaitRefusal(address);
      assertEquals(130, server.insist("INT").status());
    }
  }

  /**
   * What was on its way then is gone with it; and a signal is heard as soon as it says it listens.
   */
  @Test
  void aSecondSignalLeavesNothingOfAnUpload() throws Exception {
    try (Running server = ServeProcess.start(site, "--upload");
        Socket sender = new Socket()) {
      var address = address(server);
      sender.connect(address);
      String request = "PUT /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf";
      sender.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      while (names().isEmpty()) goOn();
      assertTrue(Passing.is(names().getFirst()), names()::toString);
      server.signal("TERM");
      awaitRefusal(address);
      assertEquals(143, server.insist("TERM").status());
    }
    assertEquals(List.of(), names());
  }

  private List<String> names() throws IOException {
    try (var all = Files.list(site)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  /** Unless the test has taken too long. */
  private static void goOn() throws InterruptedException {
    if (Thread.interrupted()) throw new InterruptedException("it has not come to that");
    Thread.onSpinWait();
  }

  /** The first signal has been heard when nobody is let in any more. */
  private static void awaitRefusal(InetSocketAddress address)
      throws IOException, InterruptedException {
    while (true) {
      goOn();
      try (var one = new Socket()) {
        one.connect(address);
      } catch (ConnectException _) {
        return;
      } catch (SocketException _) {
        // Reset: it stood in the listener's queue when that was closed. The next one is refused.
      }
    }
  }

  private static InetSocketAddress address(Running server) throws InterruptedException {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ServeProcess.port(server));
  }
}
