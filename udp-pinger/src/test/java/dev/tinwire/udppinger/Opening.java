package dev.tinwire.udppinger;

import java.util.stream.Stream;

/** A way to open a server's socket; tests run with each that there is on this machine. */
record Opening(String name, EchoSocket.Opener opener, boolean seesTtl) {
  static final Opening PORTABLE = new Opening("portable", ChannelEchoSocket::open, false);
  static final Opening KERNEL = new Opening("kernel", KernelEchoSocket::open, true);

  static Stream<Opening> all() {
    return Native.obstacle().isEmpty() ? Stream.of(PORTABLE, KERNEL) : Stream.of(PORTABLE);
  }

  @Override
  public String toString() {
    return name;
  }
}
