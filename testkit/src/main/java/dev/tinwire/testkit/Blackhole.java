package dev.tinwire.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A peer that never answers: it lets clients in and reads nothing, so that reads wait and long
 * writes get stuck; or it does not even let them in.
 */
public final class Blackhole implements AutoCloseable {
  private static final int FULL_AFTER_MS = 250;
  private static final int TRIES = 200;

  private final ServerSocket listener;
  private final List<Socket> fillers = new ArrayList<>();

  private Blackhole(InetAddress address, int backlog) throws IOException {
    listener = new ServerSocket();
    listener.setReceiveBufferSize(4 * 1024); // so that a stuck write is stuck soon
    listener.bind(new InetSocketAddress(address, 0), backlog);
  }

  /** The kernel accepts connections, nobody ever reads from them. */
  public static Blackhole silent() throws IOException {
    return new Blackhole(Loopback.V4, 50);
  }

  /** Connecting to it takes for ever: its backlog is full, and the kernel drops each SYN. */
  public static Blackhole unreachable() throws IOException {
    return unreachable(Loopback.V4);
  }

  public static Blackhole unreachable(InetAddress address) throws IOException {
    var hole = new Blackhole(address, 1);
    try {
      hole.fill();
      return hole;
    } catch (IOException e) {
      hole.close();
      throw e;
    }
  }

  /** The kernel takes one or two more than the backlog says; only trying shows how many. */
  private void fill() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      var filler = new Socket();
      fillers.add(filler);
      try {
        filler.connect(address(), FULL_AFTER_MS);
      } catch (SocketTimeoutException _) {
        return;
      }
    }
    throw new IOException("the backlog takes " + TRIES + " connections and is not full");
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket filler : fillers) filler.close();
    listener.close();
  }
}
