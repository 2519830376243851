package dev.tinwire.heartbeat;

import dev.tinwire.wire.WireException;

/** The other side said no, and will say no again. */
final class FinalRefusal extends WireException {
  private static final long serialVersionUID = 1L;

  FinalRefusal(String message) {
    super(message);
  }
}
