package dev.tinwire.udppinger;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A peer that says nothing until it has all packets, so that whoever waits for a reply before
 * sending the next would wait for ever; and then does everything at once that a network can do.
 */
final class RudePeer implements AutoCloseable {
  static final int PACKETS = 12;

  /** The packet whose reply is cut, and which is lost by that. */
  static final int CUT = 5;

  /** Received, duplicates, late, corrupted, reordered, strays. */
  static final List<Long> COUNTS = List.of(6L, 2L, 1L, 4L, 1L, 2L);

  private final Wire wire;
  private final DatagramSocket socket = on(Loopback.V4, 0);
  private final DatagramSocket otherPort = on(Loopback.V4, 0);
  private final DatagramSocket otherAddress;
  private final List<byte[]> replies = new ArrayList<>();
  private InetSocketAddress client = new InetSocketAddress(0);

  RudePeer(Wire wire) throws IOException {
    this.wire = wire;
    DatagramSocket other;
    try {
      other = on(InetAddress.ofLiteral("127.0.0.2"), socket.getLocalPort());
    } catch (IOException _) {
      other = on(Loopback.V4, 0); // elsewhere than on Linux the loopback has one address
    }
    otherAddress = other;
    Thread.ofPlatform().daemon().name("rude").start(this::run);
  }

  private static DatagramSocket on(InetAddress address, int port) throws IOException {
    return new DatagramSocket(new InetSocketAddress(address, port));
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private void run() {
    try {
      var packet = new DatagramPacket(new byte[2048], 2048);
      for (int i = 0; i < PACKETS; i++) {
        packet.setLength(2048);
        socket.receive(packet);
        byte[] request = Arrays.copyOf(packet.getData(), packet.getLength());
        replies.add(HonestPeer.reply(wire, i, request));
      }
      client = (InetSocketAddress) packet.getSocketAddress();
      misbehave();
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  /** Packets 0 and 11 are dropped; the one comes too late. */
  private void misbehave() throws IOException {
    send(socket, replies.get(2));
    send(socket, replies.get(1)); // overtaken
    send(socket, replies.get(3));
    send(socket, replies.get(3)); // doubled
    send(socket, corrupt(replies.get(4)));
    send(socket, replies.get(4));
    send(socket, Arrays.copyOf(replies.get(CUT), replies.get(CUT).length - 1));
    send(otherPort, replies.get(6));
    send(otherAddress, replies.get(7));
    byte[] forged = new byte[replies.get(8).length];
    Arrays.fill(forged, (byte) 7);
    send(socket, forged);
    send(socket, replies.get(8));
    send(socket, new byte[0]);
    send(socket, replies.get(10));
    send(socket, replies.get(2)); // replayed
  }

  /** To be called when packet 0 was given up. */
  void late() throws IOException {
    send(socket, replies.get(0));
    send(socket, replies.get(0));
    send(socket, replies.get(0));
  }

  private static byte[] corrupt(byte[] reply) {
    byte[] changed = reply.clone();
    changed[changed.length - 1] ^= 1;
    return changed;
  }

  private void send(DatagramSocket from, byte[] octets) throws IOException {
    from.send(new DatagramPacket(octets, octets.length, client));
  }

  @Override
  public void close() {
    socket.close();
    otherPort.close();
    otherAddress.close();
  }
}
