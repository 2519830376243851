package dev.tinwire.udppinger;

import dev.tinwire.wire.WireException;
import java.util.Optional;

/** Chooses between the portable socket and the kernel's own interface. */
final class EchoSockets {
  private EchoSockets() {}

  static EchoSocket.Opener opener(ClockWish clock) throws WireException {
    if (clock == ClockWish.USER) return ChannelEchoSocket::open;
    Optional<String> obstacle = Native.obstacle();
    if (obstacle.isEmpty()) return KernelEchoSocket::open;
    if (clock == ClockWish.AUTO) return ChannelEchoSocket::open;
    throw new WireException("--clock kernel cannot be had: " + obstacle.get());
  }
}
