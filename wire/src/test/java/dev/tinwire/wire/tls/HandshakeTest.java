package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.TimedOut;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS over a connection that is there already, and the deadline of it. */
class HandshakeTest {
  private static final String LOCAL = "subjectAltName=DNS:localhost,IP:127.0.0.1";

  @TempDir static Path folder;
  static TestAuthority authority;
  static Credential server;

  @BeforeAll
  static void makeAuthority() throws Exception {
    OpenSsl.assumeInstalled();
    authority = new TestAuthority(folder);
    server = authority.issue("server", TestAuthority.EC, LOCAL, "");
  }

  private static TlsOptions trusting() {
    return TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(authority.certificate())));
  }

  private static TlsServer speaking(String... applicationProtocols) {
    return new TlsServer(server, List.of(applicationProtocols));
  }

  private static void assertEchoes(SSLSocket socket) throws IOException {
    byte[] bytes = {1, 2, 3};
    socket.getOutputStream().write(bytes);
    assertArrayEquals(bytes, socket.getInputStream().readNBytes(3));
  }

  @Test
  void anOpenConnectionIsUpgraded() throws Exception {
    TlsServer tls = speaking();
    try (var to =
        new LocalServer(raw -> {
          raw.getOutputStream().write('!');
          raw.getInputStream().readNBytes(1);
          try (var socket = tls.serve(raw, LocalServer.soon())) {
            socket.getInputStream().transferTo(socket.getOutputStream());
          }
        })) {
      Socket raw = to.dial();
      assertEquals('!', raw.getInputStream().read());
      raw.getOutputStream().write('?');
      Endpoint peer = to.as("localhost");
      try (var socket = new TlsClient(trusting()).handshake(raw, peer, LocalServer.soon())) {
        assertEchoes(socket);
      }
      assertTrue(raw.isClosed());
    }
  }

  @Test
  void aDrippingPeerDoesNotOutlastTheDeadline() throws Exception {
    try (var to = new LocalServer(HandshakeTest::drip)) {
      var client = new TlsClient(trusting());
      Socket raw = to.dial();
      var e =
          assertThrows(
              TimedOut.class,
              () -> client.handshake(raw, to.as("localhost"), Deadline.in(Duration.ofMillis(200))));
      assertTrue(
          String.valueOf(e.getMessage()).contains("while shaking hands for TLS with"),
          e::getMessage);
      assertTrue(raw.isClosed());
    }
  }

  /** A record head that promises 16 KiB, then a byte as often as it can be sent. */
  private static void drip(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(new byte[] {22, 3, 3, 0x40, 0, 2, 0, 0x3f, (byte) 0xf0});
    for (int i = 0; i < 16_000; i++) {
      socket.getOutputStream().write(0);
      LockSupport.parkNanos(1_000_000); // 16 s in all: the drip itself, nothing waits for it
    }
  }

  @Test
  void aDeadlineThatHasPassedClosesTheSocket() throws Exception {
    try (var to = LocalServer.echoing(speaking())) {
      Socket raw = to.dial();
      var over = Deadline.in(Duration.ZERO);
      var client = new TlsClient(trusting());
      assertThrows(TimedOut.class, () -> client.handshake(raw, to.as("localhost"), over));
      assertTrue(raw.isClosed());
    }
  }
}
