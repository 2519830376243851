package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which hop failed, and that nothing is lost on the way through a proxy. */
@Timeout(20)
class ProxiedDialTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Resolver RESOLVER =
      host -> {
        if (!host.equals("x.example")) throw new UnknownHostException(host);
        return List.of(InetAddress.ofLiteral("2001:db8::1"), InetAddress.ofLiteral("192.0.2.1"));
      };

  private ServerSocket listener;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket();
    listener.bind(new InetSocketAddress(LOOPBACK, 0));
  }

  @AfterEach
  void close() throws IOException {
    listener.close();
  }

  /** Answers with these bytes as soon as somebody asks, and gives back what was asked. */
  private FutureTask<byte[]> proxy(byte[] answer) {
    var task =
        new FutureTask<>(() -> {
          try (var socket = listener.accept()) {
            socket.getOutputStream().write(answer);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
          }
        });
    Thread.ofVirtual().start(task);
    return task;
  }

  private Dialled dial(String scheme, String target, Duration allowed) throws Exception {
    var proxy = Proxy.parse(scheme + "://127.0.0.1:" + listener.getLocalPort());
    var options = DialOptions.defaults().withProxy(Optional.of(proxy));
    return new Dialler(options, RESOLVER).dial(Endpoint.parse(target, 0), Deadline.in(allowed));
  }

  private Dialled dial(String scheme, String target) throws Exception {
    return dial(scheme, target, Duration.ofMinutes(1));
  }

  private String me() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  @Test
  void aServerThatSpeaksFirstIsHeard() throws Exception {
    var _ = proxy("HTTP/1.1 200 OK\r\n\r\n220 mx ready\r\n".getBytes(StandardCharsets.US_ASCII));
    try (var connection = dial("http", "mx.example:25").connection()) {
      assertEquals("mx.example:25", connection.peer().toString());
      assertEquals("220 mx ready", connection.reader().line("greeting", 100));
    }
  }

  @Test
  void whatComesBeforeTlsIsRefused() throws Exception {
    var _ = proxy("HTTP/1.1 200 OK\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
    try (var connection = dial("http", "x.example:443").connection()) {
      assertThrows(
          Unsolicited.class,
          () ->
              connection.secured(_ -> {
                throw new AssertionError("not reached");
              }));
    }
  }

  @Test
  void socks5LooksTheNameUpHereAndPrefersIpv4() throws Exception {
    var asked = proxy(HexFormat.of().parseHex("050005000001000000000000"));
    dial("socks5", "x.example:80").connection().close();
    assertEquals("050100" + "05010001c00002010050", HexFormat.of().formatHex(asked.get()));
  }

  @Test
  void socks5hLeavesTheNameToTheProxy() throws Exception {
    var asked = proxy(HexFormat.of().parseHex("050005000001000000000000"));
    dial("socks5h", "hidden.onion:80").connection().close();
    assertEquals(
        "050100" + "050100030c68696464656e2e6f6e696f6e0050", HexFormat.of().formatHex(asked.get()));
  }

  @Test
  void theProxyItselfMayBeOutOfReach() throws Exception {
    listener.close();
    var e = assertThrows(DialFailed.class, () -> dial("http", "x.example:80"));
    assertEquals(
        "could not connect to proxy "
            + me()
            + " (for x.example:80): "
            + me()
            + " refused; is it running? --proxy none does without it",
        e.getMessage());
    assertEquals(DialFailed.Kind.UNREACHABLE, e.kind());
  }

  @Test
  void theProxyMayRefuse() {
    var _ = proxy(HexFormat.of().parseHex("050005050001000000000000"));
    var e = assertThrows(DialFailed.class, () -> dial("socks5h", "x.example:80"));
    assertEquals(
        "proxy " + me() + " gave no connection to x.example:80: connection refused",
        e.getMessage());
    assertEquals(DialFailed.Kind.PROXY, e.kind());
  }

  @Test
  void theProxyMayHangUp() {
    var _ = proxy(new byte[0]);
    var e = assertThrows(DialFailed.class, () -> dial("http", "x.example:80"));
    assertEquals(
        "proxy "
            + me()
            + " gave no connection to x.example:80: connection closed before the status line",
        e.getMessage());
  }

  @Test
  void theProxyMaySayNothing() {
    // Nobody accepts: the kernel does, and nothing is ever answered.
    var e =
        assertThrows(DialFailed.class, () -> dial("http", "x.example:80", Duration.ofMillis(50)));
    assertEquals(DialFailed.Kind.TIMED_OUT, e.kind());
    assertEquals(
        "timed out after 50ms while asking proxy " + me() + " for x.example:80", e.getMessage());
    assertTrue(e.getCause() instanceof TimedOut);
  }

  @Test
  void anInterruptWhileTheProxyThinksIsAnInterrupt() throws Exception {
    var dial =
        new FutureTask<>(
            () -> assertThrows(InterruptedException.class, () -> dial("http", "x.example:80")));
    Thread thread = Thread.ofVirtual().start(dial);
    try (var socket = listener.accept()) {
      assertEquals('C', socket.getInputStream().read()); // CONNECT has come, it waits now
      thread.interrupt();
      dial.get();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream()); // it hung up
    }
  }

  @Test
  void theNameThatIsLookedUpHereMayBeUnknown() {
    var e = assertThrows(DialFailed.class, () -> dial("socks5", "none.example:80"));
    assertEquals(DialFailed.Kind.UNKNOWN_HOST, e.kind());
  }
}
