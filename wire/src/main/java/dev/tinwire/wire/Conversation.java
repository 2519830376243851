package dev.tinwire.wire;

/**
 * Somebody who watches the protocol as it happens: {@code --verbose}. Protocols report here what
 * they send and receive, line by line, secrets already replaced; how it is shown is decided
 * elsewhere.
 */
public interface Conversation {
  /** Watches nothing. */
  Conversation SILENT =
      new Conversation() {
        @Override
        public void sent(String line) {}

        @Override
        public void received(String line) {}

        @Override
        public void note(String fact) {}
      };

  void sent(String line);

  void received(String line);

  /** Something that is not on the wire: an address tried, a handshake done. */
  void note(String fact);
}
