package dev.tinwire.wire.secret;

import dev.tinwire.wire.WireException;
import org.jspecify.annotations.Nullable;

/** The source of a secret did not give it. The message names the source, never what it gave. */
public final class NoSecret extends WireException {
  private static final long serialVersionUID = 1L;

  NoSecret(SecretSource source, String problem) {
    this(source, problem, null);
  }

  NoSecret(SecretSource source, String problem, @Nullable Throwable cause) {
    super("no secret from " + source.described() + ": " + problem, cause);
  }
}
