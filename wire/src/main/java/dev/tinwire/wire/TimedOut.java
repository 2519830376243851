package dev.tinwire.wire;

/** A deadline passed before the exchange was over. */
public final class TimedOut extends WireException {
  private static final long serialVersionUID = 1L;

  public TimedOut(String message) {
    super(message);
  }
}
