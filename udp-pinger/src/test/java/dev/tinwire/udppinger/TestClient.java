package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A client with a plain socket, who waits no longer than a test may. */
final class TestClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final DatagramSocket socket;
  private final InetSocketAddress server;

  TestClient(InetSocketAddress server) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(server.getAddress(), 0));
    socket.setSoTimeout(PATIENCE_MILLIS);
    this.server = server; // not connected: such a socket of Java's sends no empty datagram
  }

  InetSocketAddress local() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  void send(byte[] octets) throws IOException {
    socket.send(new DatagramPacket(octets, octets.length, server));
  }

  void send(String text) throws IOException {
    send(text.getBytes(ISO_8859_1));
  }

  /** A plain STAMP packet of 44 octets. */
  void sendStamp(int sequence) throws IOException {
    byte[] octets = new byte[StampLayout.PLAIN.length];
    ByteBuffer packet = ByteBuffer.wrap(octets);
    StampRequest.begin(StampLayout.PLAIN, packet, octets.length, sequence, (short) 0);
    StampRequest.stamp(StampLayout.PLAIN, packet, NtpTime.of(new WallClock().getAsLong()));
    send(octets);
  }

  byte[] receive() throws IOException {
    var packet = new DatagramPacket(new byte[Datagram.ROOM], Datagram.ROOM);
    socket.receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  String receiveText() throws IOException {
    return new String(receive(), ISO_8859_1);
  }

  @Override
  public void close() {
    socket.close();
  }
}
