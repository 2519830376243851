package dev.tinwire.wire.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Standard output cannot be written. Unchecked, since {@code PrintStream} would swallow it
 * otherwise and a command that nobody listens to would run on.
 */
public final class OutputFailed extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  OutputFailed(IOException cause) {
    super(cause);
  }

  /** Whether only the reader went away, as {@code head} does: nothing to complain about. */
  boolean readerGone() {
    return Objects.requireNonNullElse(getMessage(), "").contains("Broken pipe");
  }
}
