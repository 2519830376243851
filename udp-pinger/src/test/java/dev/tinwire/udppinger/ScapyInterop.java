package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * STAMP as Scapy builds and reads it, field by field, against ours: as sender, and as reflector.
 */
final class ScapyInterop {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  /** Sends three requests to the port it is given, and says what each answer holds. */
  private static final String SENDER =
      """
      import socket, sys, time
      from scapy.contrib.stamp import *
      line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      line.settimeout(10)
      for number in range(5, 8):
          now = time.time() + 2208988800
          asked = STAMPSessionSenderTestUnauthenticated(
              seq=number, ts=now, ssid=0x1234, err_estimate=ErrorEstimate(scale=22))
          octets = bytes(asked)
          line.sendto(octets, ("127.0.0.1", int(sys.argv[1])))
          answer = STAMPSessionReflectorTestUnauthenticated(line.recv(2000))
          times = now - 0.001 <= float(answer.ts_rx) <= float(answer.ts) <= now + 10
          print(len(octets), answer.seq, answer.seq_sender, answer.ttl_sender, answer.ssid,
              bytes(answer)[28:38] == octets[4:14], answer.mbz1, answer.mbz2, times)
      """;

  /** Answers on a port that it names in its first line. */
  private static final String REFLECTOR =
      """
      import socket, time
      from scapy.contrib.stamp import *
      line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
      line.bind(("127.0.0.1", 0))
      print(line.getsockname()[1], flush=True)
      number = 0
      while True:
          octets, peer = line.recvfrom(2000)
          now = time.time() + 2208988800
          asked = STAMPSessionSenderTestUnauthenticated(octets)
          answer = STAMPSessionReflectorTestUnauthenticated(
              seq=number, ts_rx=now, ts=time.time() + 2208988800, ssid=asked.ssid,
              err_estimate=ErrorEstimate(scale=22), seq_sender=asked.seq,
              err_estimate_sender=asked.err_estimate, ttl_sender=64)
          answer.fields["ts_sender"] = asked.fields["ts"]
          line.sendto(bytes(answer), peer)
          number += 1
      """;

  @BeforeEach
  void onlyWhereItIsInstalled() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "python3 is not installed");
    assumeTrue(
        Invocation.of("-c", "import scapy.contrib.stamp").on(python()).status() == 0,
        "Scapy is not installed, or knows no STAMP");
  }

  private static Program python() {
    return new Program(List.of(PYTHON.toString()));
  }

  @Test
  void itsRequestsAreReflectedSoThatItUnderstandsEveryField() throws Exception {
    var at = List.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    try (var server = EchoServer.start(at, false, EchoService.plain(), KernelEchoSocket::open)) {
      String port = Integer.toString(server.addresses().getFirst().getPort());
      var outcome = Invocation.of("-c", SENDER, port).on(python());
      assertEquals(
          """
          44 0 5 64 4660 True 0 0 True
          44 1 6 64 4660 True 0 0 True
          44 2 7 64 4660 True 0 0 True
          """,
          outcome.stdout(),
          outcome::toString);
    }
  }

  @Test
  void itsRepliesAreIntact() throws Exception {
    Process reflector = new ProcessBuilder(PYTHON.toString(), "-c", REFLECTOR).start();
    try (var said = reflector.inputReader()) {
      String port = said.readLine();
      var outcome =
          PingLine.run("--warm-up", "0", "-c", "3", "-i", "10ms", "-W", "20s", "localhost:" + port);
      assertEquals(0, outcome.status(), outcome::toString);
      assertTrue(outcome.stdout().contains("3 packets transmitted, 3 received, 0% packet loss"));
      assertTrue(outcome.stdout().contains("reflector held packets"), outcome::stdout);
    } finally {
      reflector.destroyForcibly();
    }
  }
}
