package dev.tinwire.heartbeat;

import dev.tinwire.wire.WireException;

/** The other side said no, and will say no again. */
public final class FinalRefusal extends WireException {
  private static final long serialVersionUID = 1L;

  public FinalRefusal(String message) {
    super(message);
  }
}
