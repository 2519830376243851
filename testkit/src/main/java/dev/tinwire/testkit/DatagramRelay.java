package dev.tinwire.testkit;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A bad network between UDP clients and a server: clients send to {@link #address()}, and what
 * arrives is decided by an {@link Impairment} for each direction and a seed. Each client has its
 * own socket towards the server, so the server sees as many peers as there are.
 */
public final class DatagramRelay implements AutoCloseable {
  private static final int LARGEST = 65_535;
  private static final int CLIENTS = 256;

  private final InetSocketAddress server;
  private final DatagramSocket front;
  private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("relay-timer").factory());
  private final Lane toServer;
  private final Lane toClient;

  /** The two directions get different seeds of their own, {@code seed} and {@code ~seed}. */
  public DatagramRelay(
      InetSocketAddress server, Impairment toServer, Impairment toClient, long seed)
      throws IOException {
    this.server = server;
    this.toServer = new Lane(toServer, seed, timer);
    this.toClient = new Lane(toClient, ~seed, timer);
    front = new DatagramSocket(new InetSocketAddress(server.getAddress(), 0));
    receiveFrom(
        front, (payload, client) -> this.toServer.take(back(client), packet(payload, server)));
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) front.getLocalSocketAddress();
  }

  public int port() {
    return front.getLocalPort();
  }

  public Tally toServer() {
    return toServer.tally();
  }

  public Tally toClient() {
    return toClient.tally();
  }

  /** The socket that stands for a client before the server. */
  private DatagramSocket back(SocketAddress client) throws IOException {
    DatagramSocket known = backs.get(client);
    if (known != null) return known;
    if (backs.size() == CLIENTS) throw new IOException("more than " + CLIENTS + " clients");
    var back = new DatagramSocket(new InetSocketAddress(server.getAddress(), 0));
    backs.put(client, back);
    if (front.isClosed()) back.close();
    receiveFrom(back, (payload, _) -> toClient.take(front, packet(payload, client)));
    return back;
  }

  /** What is done with a datagram. */
  private interface Receiver {
    void receive(byte[] payload, SocketAddress from) throws IOException;
  }

  private static void receiveFrom(DatagramSocket socket, Receiver receiver) {
    Thread.ofVirtual()
        .name("relay")
        .start(() -> {
          var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
          while (!socket.isClosed()) {
            try {
              packet.setLength(LARGEST);
              socket.receive(packet);
              receiver.receive(
                  Arrays.copyOf(packet.getData(), packet.getLength()), packet.getSocketAddress());
            } catch (IOException _) {
              // Closed: the loop ends. Else an ICMP error of an earlier send: a lost datagram.
            }
          }
        });
  }

  private static DatagramPacket packet(byte[] payload, SocketAddress to) {
    return new DatagramPacket(payload, payload.length, to);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    front.close();
    backs.values().forEach(DatagramSocket::close);
  }
}
