package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;
import org.jspecify.annotations.Nullable;

/** The connection ended before a byte of the answer: only who knows the request may repeat it. */
final class Unanswered extends WireException {
  private static final long serialVersionUID = 1L;

  Unanswered(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
