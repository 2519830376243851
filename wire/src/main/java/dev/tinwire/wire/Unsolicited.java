package dev.tinwire.wire;

/**
 * The peer sent something where it had nothing to say. Before a TLS upgrade that is how replies are
 * injected (RFC 3207 §6, nostarttls.secvuln.info), so the connection is of no use any more.
 */
public final class Unsolicited extends WireException {
  private static final long serialVersionUID = 1L;

  public Unsolicited(String message) {
    super(message);
  }
}
