package dev.tinwire.udppinger;

import java.io.IOException;

/** A host on the way said that a packet of ours does not get there; the socket lives on. */
final class UnreachableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String from;

  /**
   * Words and who said them.
   *
   * @param from an address, empty if it is not known
   */
  UnreachableException(String words, String from) {
    super(words);
    this.from = from;
  }

  String from() {
    return from;
  }

  String words() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
