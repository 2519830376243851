package dev.tinwire.wire.secret;

import dev.tinwire.wire.WireException;

/**
 * A {@code .netrc} does not follow its grammar. Not {@code Malformed}: that shows the text, and the
 * text is passwords.
 */
final class BadNetrc extends WireException {
  private static final long serialVersionUID = 1L;

  BadNetrc(int line, String problem) {
    super("line " + line + ": " + problem);
  }
}
