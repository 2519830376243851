package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;

/** What came is whole and yet not what the user wanted. */
final class NotVerified extends WireException {
  private static final long serialVersionUID = 1L;

  NotVerified(String message) {
    super(message);
  }
}
