package dev.tinwire.wire;

/** The peer closed the connection where the grammar wanted more. */
public final class EndOfStream extends WireException {
  private static final long serialVersionUID = 1L;

  public EndOfStream(String message) {
    super(message);
  }
}
