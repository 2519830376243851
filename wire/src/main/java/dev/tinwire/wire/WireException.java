package dev.tinwire.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The wire broke, or what came over it did not follow its grammar; never a mistake of ours. The
 * message is one sentence for a person: where, what was expected, what came (escaped and cut).
 */
public class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  public WireException(String message) {
    super(message);
  }

  public WireException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
