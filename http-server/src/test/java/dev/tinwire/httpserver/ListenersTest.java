package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {
  @Test
  void bothLoopbacksGetTheSameFreePort() throws Exception {
    try (var server = HttpServer.start(ServerOptions.loopback(0), LocalServer.ECHO)) {
      List<Integer> ports =
          server.addresses().stream().map(InetSocketAddress::getPort).distinct().toList();
      assertEquals(2, server.addresses().size());
      assertEquals(List.of(server.port()), ports);
    }
  }

  @Test
  void aTakenPortIsNamedAndNothingIsLeftListening() throws Exception {
    try (var taken = new ServerSocket(0, 1, java.net.InetAddress.ofLiteral("::1"))) {
      int port = taken.getLocalPort();
      var e =
          assertThrows(
              BindException.class,
              () -> HttpServer.start(ServerOptions.loopback(port), LocalServer.ECHO));
      assertTrue(String.valueOf(e.getMessage()).contains("port " + port), e::getMessage);
      new ServerSocket(port, 1, java.net.InetAddress.ofLiteral("127.0.0.1")).close();
    }
  }
}
