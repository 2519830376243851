package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wireshark reads our STAMP packets in both directions, and finds nothing malformed. */
final class WiresharkInterop {
  private static final int CLIENT = 50_000;
  private static final int SERVER = 12_000;

  @TempDir Path temp;

  @Test
  void bothDirectionsAreDissected() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "tshark is not installed");
    var requests = new ArrayList<byte[]>();
    var replies = new ArrayList<byte[]>();
    exchange(requests, replies);
    Path capture = temp.resolve("stamp.pcap");
    try (OutputStream out = Files.newOutputStream(capture)) {
      out.write(fileHeader());
      for (int i = 0; i < requests.size(); i++) {
        out.write(record(requests.get(i), CLIENT, SERVER));
        out.write(record(replies.get(i), SERVER, CLIENT));
      }
    }
    List<String> lines =
        tshark(
            capture,
            "twamp.test.seq_number",
            "twamp.test.sender_seq_number",
            "twamp.test.sender_ttl",
            "_ws.malformed");
    assertEquals(List.of("5|0|0|", "0|5|64|", "6|0|0|", "1|6|64|", "7|0|0|", "2|7|64|"), lines);
  }

  private static void exchange(List<byte[]> requests, List<byte[]> replies) throws IOException {
    var at = List.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    try (var server = EchoServer.start(at, false, EchoService.plain(), KernelEchoSocket::open);
        var client = new TestClient(server.addresses().getFirst())) {
      for (int sequence = 5; sequence < 8; sequence++) {
        byte[] request = new byte[44];
        StampRequest.begin(StampLayout.PLAIN, ByteBuffer.wrap(request), 44, sequence, (short) 1);
        long now = NtpTime.of(new WallClock().getAsLong());
        StampRequest.stamp(StampLayout.PLAIN, ByteBuffer.wrap(request), now);
        requests.add(request);
        client.send(request);
        replies.add(client.receive());
      }
    }
  }

  private static List<String> tshark(Path capture, String... fields) throws Exception {
    var words = new ArrayList<>(List.of("tshark", "-r", capture.toString(), "-T", "fields"));
    words.addAll(List.of("-E", "separator=|", "-d", "udp.port==" + SERVER + ",twamp.test"));
    for (String field : fields) words.addAll(List.of("-e", field));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] said = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    return new String(said, StandardCharsets.UTF_8).lines().toList();
  }

  /** pcap, microseconds, raw IP. */
  private static byte[] fileHeader() {
    return ByteBuffer.allocate(24)
        .putInt(0xa1b2c3d4)
        .putShort((short) 2)
        .putShort((short) 4)
        .putInt(16, 65_535)
        .putInt(20, 101)
        .array();
  }

  /** A record of the file with an IPv4 and a UDP header, checksums left out. */
  private static byte[] record(byte[] payload, int from, int to) {
    int length = 28 + payload.length;
    return ByteBuffer.allocate(16 + length)
        .putInt(0)
        .putInt(0)
        .putInt(length)
        .putInt(length)
        .putShort((short) 0x4500)
        .putShort((short) length)
        .putInt(0)
        .putInt(0x40110000)
        .putInt(0x7f000001)
        .putInt(0x7f000001)
        .putShort((short) from)
        .putShort((short) to)
        .putShort((short) (8 + payload.length))
        .putShort((short) 0)
        .put(payload)
        .array();
  }
}
