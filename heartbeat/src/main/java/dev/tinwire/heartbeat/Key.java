package dev.tinwire.heartbeat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A key that was pressed. */
sealed interface Key {
  /** One that has a sign. */
  record Sign(char sign) implements Key {}

  /** One that has none. */
  enum Special implements Key {
    UP,
    DOWN,
    ENTER,
    BACKSPACE,
    ESCAPE,
    /** Ctrl-C, which a terminal in raw mode does not make a signal of. */
    INTERRUPT,
    OTHER
  }

  /** The next one; nothing at the end of the input. Waits. */
  static Optional<Key> read(InputStream in) throws IOException {
    int c = in.read();
    return switch (c) {
      case -1 -> Optional.empty();
      case 3 -> Optional.of(Special.INTERRUPT);
      case '\r', '\n' -> Optional.of(Special.ENTER);
      case 8, 127 -> Optional.of(Special.BACKSPACE);
      case 27 -> Optional.of(sequence(in));
      default -> Optional.of(c >= ' ' && c < 127 ? new Sign((char) c) : Special.OTHER);
    };
  }

  /** What follows an escape at once belongs to it (ECMA-48 §5.4); the key alone sends no more. */
  private static Key sequence(InputStream in) throws IOException {
    if (in.available() == 0) return Special.ESCAPE;
    int second = in.read();
    if (second != '[' && second != 'O') return Special.OTHER;
    int c = in.read();
    while (c >= 0 && c < '@') c = in.read(); // parameters, until the final byte
    return switch (c) {
      case 'A' -> Special.UP;
      case 'B' -> Special.DOWN;
      default -> Special.OTHER;
    };
  }
}
