package dev.tinwire.udppinger;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A UDP server on the loopback that answers as a function says; an empty answer is none. */
final class Responder implements AutoCloseable {
  private final DatagramSocket socket;
  private final Function<byte[], byte[]> answer;

  private Responder(Function<byte[], byte[]> answer) throws IOException {
    this.answer = answer;
    socket = new DatagramSocket(new InetSocketAddress(Loopback.V4, 0));
    Thread.ofPlatform().daemon().name("responder").start(this::run);
  }

  static Responder echoing() throws IOException {
    return new Responder(Function.identity());
  }

  static Responder upperCasing() throws IOException {
    return new Responder(Responder::upper);
  }

  /** Answers each packet with what it answers to the one before, in upper case. */
  static Responder oneBehind() throws IOException {
    var before = new AtomicReference<>(new byte[0]);
    return new Responder(packet -> before.getAndSet(upper(packet)));
  }

  static byte[] upper(byte[] text) {
    byte[] upper = text.clone();
    for (int i = 0; i < upper.length; i++) upper[i] = TextPing.upper(upper[i]);
    return upper;
  }

  static Responder silent() throws IOException {
    return new Responder(_ -> new byte[0]);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  String port() {
    return Integer.toString(socket.getLocalPort());
  }

  private void run() {
    var packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
    try {
      while (true) {
        packet.setLength(1 << 16);
        socket.receive(packet);
        byte[] reply = answer.apply(Arrays.copyOf(packet.getData(), packet.getLength()));
        if (reply.length == 0) continue;
        socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
      }
    } catch (IOException _) {
      // Closed: the test is over.
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
