package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TcpEchoTest {
  private static final int PATIENCE_MILLIS = 10_000;

  @Test
  void manyClientsTalkAtOnceAndEachGetsItsOwnLines() throws Exception {
    try (var server = start(EchoService.plain())) {
      var clients = new ArrayList<Client>();
      for (int i = 0; i < 50; i++) clients.add(new Client(server));
      for (int i = 0; i < 50; i++) clients.get(i).say("hello from " + i + "\n");
      for (int i = 49; i >= 0; i--) assertEquals("HELLO FROM " + i, clients.get(i).line());
      for (var client : clients) {
        client.say("quit\n");
        assertEquals(null, client.line());
        client.close();
      }
      assertEquals(50, server.counters().clients.sum());
      assertEquals(50, server.counters().lines.sum());
    }
  }

  @Test
  void aDialogue() throws Exception {
    try (var server = start(EchoService.plain());
        var client = new Client(server)) {
      client.say("hello\r\nGr\u00fc\u00dfe\n\n");
      assertEquals("HELLO", client.line());
      assertEquals("GR\u00dcSSE", client.line());
      assertEquals("", client.line());
      client.say("quit now\n");
      assertEquals("QUIT NOW", client.line());
      client.say("QUIT\r\n");
      assertEquals(null, client.line());
    }
  }

  @Test
  void aLineWithoutEndIsRefused() throws Exception {
    try (var server = start(EchoService.plain());
        var client = new Client(server)) {
      client.say("x".repeat(8193));
      assertEquals("LINE TOO LONG", client.line());
    }
  }

  @Test
  void whoComesBeyondTheBoundIsToldAndTheOthersStay() throws Exception {
    var limits = EchoLimits.DEFAULT.withClients(1);
    try (var server = start(EchoService.plain().withLimits(limits));
        var first = new Client(server)) {
      first.say("here\n");
      assertEquals("HERE", first.line());
      try (var second = new Client(server)) {
        assertEquals("TOO MANY CLIENTS, COME BACK LATER", second.line());
        assertEquals(null, second.line());
      }
      first.say("still here\n");
      assertEquals("STILL HERE", first.line());
    }
  }

  @Test
  void theEndOfTheServerIsTheEndOfItsClients() throws Exception {
    var server = start(EchoService.plain());
    try (var client = new Client(server)) {
      client.say("a\n");
      assertEquals("A", client.line());
      server.close();
      assertEquals(null, client.line());
    }
  }

  @ParameterizedTest
  @CsvSource({"abc, ABC", "\u00e4, \u00c4", "\u00df, SS", "'', ''"})
  void upperCaseOfUtf8(String text, String upper) {
    String octets = new String(text.getBytes(UTF_8), ISO_8859_1);
    assertEquals(new String(upper.getBytes(UTF_8), ISO_8859_1), LineEcho.upper(octets));
  }

  @Test
  void whatIsNotUtf8KeepsItsOctets() {
    assertEquals("\u00ffA\u00e4", LineEcho.upper("\u00ffa\u00e4"));
  }

  private static EchoServer start(EchoService service) throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return EchoServer.start(List.of(here), true, service, ChannelEchoSocket::open);
  }

  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    Client(EchoServer server) throws IOException {
      socket =
          new Socket(InetAddress.getLoopbackAddress(), server.addresses().getFirst().getPort());
      socket.setSoTimeout(PATIENCE_MILLIS);
      reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    void say(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    String line() throws IOException {
      return reader.readLine();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
