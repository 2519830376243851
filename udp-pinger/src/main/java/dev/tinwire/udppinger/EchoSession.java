package dev.tinwire.udppinger;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** What a reflector remembers of one sender: an address and port. Belongs to one thread. */
final class EchoSession {
  final InetSocketAddress peer;

  /** Shared with all other ports of the same address. */
  final TokenBucket bucket;

  final ReplayWindow replays = new ReplayWindow();

  /** The answer that the next one is to overtake. */
  DelayLine.@Nullable Waiting held;

  long lastSeen;
  private int answered;

  EchoSession(InetSocketAddress peer, TokenBucket bucket) {
    this.peer = peer;
    this.bucket = bucket;
  }

  /** The reflector's own sequence number: how many it has answered before (RFC 8762 §4.3). */
  int nextSequence() {
    return answered++;
  }
}
