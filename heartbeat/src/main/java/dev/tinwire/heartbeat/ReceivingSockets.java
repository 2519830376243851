package dev.tinwire.heartbeat;

import dev.tinwire.wire.WireException;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** The sockets of a monitor, all with the same port, and the selector that watches them. */
final class ReceivingSockets implements Closeable {
  /** How often a port that the system chose may be taken for the other family. */
  private static final int TRIES = 20;

  private final Selector selector;
  private final List<DatagramChannel> channels = new ArrayList<>();

  private ReceivingSockets() throws IOException {
    selector = Selector.open();
  }

  static ReceivingSockets open(List<InetAddress> at, int port, int buffer) throws IOException {
    for (int tries = 1; ; tries++) {
      var sockets = new ReceivingSockets();
      try {
        sockets.bind(at, port, buffer);
        return sockets;
      } catch (BindException e) {
        sockets.close();
        if (port != 0 || tries == TRIES) throw new WireException(taken(port, e), e);
      } catch (IOException e) {
        sockets.close();
        throw e;
      }
    }
  }

  private static String taken(int port, BindException e) {
    String reason = String.valueOf(e.getMessage());
    return reason.contains("in use")
        ? "port " + port + " is taken; choose another with --port, or 0 for any"
        : "cannot listen at port " + port + ": " + reason;
  }

  private void bind(List<InetAddress> at, int port, int buffer) throws IOException {
    int same = port;
    for (InetAddress address : at) {
      var channel = DatagramChannel.open();
      channels.add(channel);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, buffer);
      channel.bind(new InetSocketAddress(address, same));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      same = local(channel).getPort();
    }
  }

  private static InetSocketAddress local(DatagramChannel channel) throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  List<InetSocketAddress> addresses() throws IOException {
    var all = new ArrayList<InetSocketAddress>();
    for (DatagramChannel channel : channels) all.add(local(channel));
    return all;
  }

  /** What the kernel granted of the buffer. */
  int buffer() throws IOException {
    return channels.getFirst().getOption(StandardSocketOptions.SO_RCVBUF);
  }

  List<DatagramChannel> channels() {
    return channels;
  }

  void await(long millis) throws IOException {
    selector.select(_ -> {}, Math.max(1, millis));
  }

  void wakeUp() {
    selector.wakeup();
  }

  @Override
  public void close() throws IOException {
    for (DatagramChannel channel : channels) channel.close();
    selector.close();
  }
}
