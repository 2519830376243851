package dev.tinwire.udppinger;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** A server on the loopback is sent one packet of each kind. */
final class EchoCheck {
  private static final int PATIENCE_MILLIS = 5000;

  private EchoCheck() {}

  static void run() throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var service = EchoService.plain();
    var opener = EchoSockets.opener(Native.obstacle());
    try (var server = EchoServer.start(List.of(here), false, service, opener);
        var client = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      client.setSoTimeout(PATIENCE_MILLIS);
      client.connect(server.addresses().getFirst());
      stamp(client);
      text(client);
    }
  }

  private static void stamp(DatagramSocket client) throws IOException {
    var layout = StampLayout.PLAIN;
    ByteBuffer packet = ByteBuffer.allocate(layout.length);
    long time = NtpTime.of(new WallClock().getAsLong());
    StampRequest.begin(layout, packet, layout.length, 1, (short) 0);
    StampRequest.stamp(layout, packet, time);
    ByteBuffer reply = ByteBuffer.wrap(exchange(client, packet.array(), layout.length));
    int length = reply.limit();
    expect(1, length < layout.length ? -1 : layout.senderSequence(reply));
    expect(true, StampReply.isIntact(layout, reply, length, layout.length, time, (short) 0));
  }

  private static void text(DatagramSocket client) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(TextPing.LONGEST);
    int length = TextPing.write(packet, 1, 0);
    ByteBuffer reply = ByteBuffer.wrap(exchange(client, packet.array(), length));
    expect(true, TextPing.isSameOrUpper(reply, reply.limit(), packet, length));
  }

  private static byte[] exchange(DatagramSocket client, byte[] octets, int length)
      throws IOException {
    client.send(new DatagramPacket(octets, length));
    var reply = new DatagramPacket(new byte[2048], 2048);
    client.receive(reply);
    return Arrays.copyOf(reply.getData(), reply.getLength());
  }

  private static void expect(Object wanted, Object found) throws IOException {
    if (!wanted.equals(found)) throw new WireException("expected " + wanted + ", got " + found);
  }
}
