package dev.tinwire.wire;

/** The peer sent more than the limit for this piece of the grammar. */
public final class TooLong extends WireException {
  private static final long serialVersionUID = 1L;

  public TooLong(String what, long limit) {
    super(what + " is longer than " + limit + " bytes");
  }
}
