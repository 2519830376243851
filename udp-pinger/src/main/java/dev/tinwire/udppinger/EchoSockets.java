package dev.tinwire.udppinger;

import dev.tinwire.wire.WireException;
import java.util.Optional;

/** Chooses between the portable socket and the kernel's own interface. */
final class EchoSockets {
  private EchoSockets() {}

  /** What stands between us and the kernel, as half a sentence; empty if nothing does. */
  static Optional<String> obstacle(ClockWish clock) throws WireException {
    Optional<String> obstacle = Native.obstacle();
    return switch (clock) {
      case USER -> Optional.of("as --clock user wants it");
      case AUTO -> obstacle;
      case KERNEL -> {
        if (obstacle.isEmpty()) yield obstacle;
        throw new WireException("--clock kernel cannot be had: " + obstacle.get());
      }
    };
  }

  static EchoSocket.Opener opener(Optional<String> obstacle) {
    return obstacle.isEmpty() ? KernelEchoSocket::open : ChannelEchoSocket::open;
  }
}
