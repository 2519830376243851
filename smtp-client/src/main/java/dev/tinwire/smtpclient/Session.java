package dev.tinwire.smtpclient;

/**
 * A dialogue that has come so far that messages can be sent: greeted, under TLS where it should be,
 * signed in.
 */
final class Session {
  private final Dialogue dialogue;
  private final Capabilities capabilities;
  private boolean dirty;
  private boolean ended;
  private int done;

  Session(Dialogue dialogue, Capabilities capabilities) {
    this.dialogue = dialogue;
    this.capabilities = capabilities;
  }

  Dialogue dialogue() {
    return dialogue;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  boolean offers(Extension extension) {
    return capabilities.offers(extension);
  }

  /** Whether the last message ended in the middle, so that the next one begins with RSET. */
  boolean dirty() {
    return dirty;
  }

  void dirty(boolean now) {
    dirty = now;
  }

  /** Whether the connection is of no use any more. */
  boolean ended() {
    return ended;
  }

  void end() {
    ended = true;
  }

  /** How many messages the server has taken or refused over this connection. */
  int done() {
    return done;
  }

  void count() {
    done++;
  }
}
