package dev.tinwire.udppinger;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.util.Optional;

/** Chooses between the kernel's stamps and the portable path. */
record Openers(Optional<PingSocket.Opener> kernel, PingSocket.Opener portable) {
  static Openers ofPlatform() {
    PingSocket.Opener kernel = KernelPingSocket::open;
    var here =
        Native.obstacle().isEmpty() ? Optional.of(kernel) : Optional.<PingSocket.Opener>empty();
    return new Openers(here, ChannelSocket::open);
  }

  /**
   * As asked for.
   *
   * @param clock if nothing was asked for, the kernel's, or else silently ours
   */
  PingSocket.Opener choose(Optional<ClockWish> clock) throws IOException {
    if (clock.isEmpty()) return kernel.orElse(portable);
    return switch (clock.get()) {
      case AUTO -> kernel.orElse(portable);
      case USER -> portable;
      case KERNEL ->
          kernel.orElseThrow(() ->
              new WireException("no stamps of the kernel on this platform; leave --clock out"));
    };
  }
}
