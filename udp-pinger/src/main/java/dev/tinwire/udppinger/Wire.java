package dev.tinwire.udppinger;

import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which packets are spoken, and how long they are: {@code --wire}, {@code --size}, {@code
 * --key-file}.
 *
 * @param key for authenticated STAMP
 * @param random where the numbers come from by which a session knows its own packets
 */
record Wire(Kind kind, OptionalInt size, @Nullable StampKey key, RandomGenerator random) {
  /** As the option has them. */
  enum Kind {
    STAMP,
    TEXT,
    ECHO;

    static Kind parse(String text) throws Malformed {
      return switch (text) {
        case "stamp" -> STAMP;
        case "text" -> TEXT;
        case "echo" -> ECHO;
        default -> throw new Malformed("wire", text, 0, "write stamp, text or echo");
      };
    }
  }

  /** Large enough for a nonce, a number and a pattern; as ping's. */
  private static final int USUAL_ECHO = 64;

  /** The fewest octets a packet may have. */
  int least() {
    return switch (kind) {
      case STAMP -> layout().length;
      case TEXT -> 0;
      case ECHO -> EchoPayload.LEAST;
    };
  }

  private StampLayout layout() {
    return key == null ? StampLayout.PLAIN : StampLayout.KEYED;
  }

  /** The packets of one session. */
  Probes probes() {
    return switch (kind) {
      case STAMP -> new ProbesStamp(size.orElse(least()), (short) random.nextInt(1, 1 << 16), key);
      case TEXT -> new ProbesText(size.orElse(least()));
      case ECHO -> new ProbesEcho(size.orElse(USUAL_ECHO), random.nextLong());
    };
  }

  /** A peer that speaks it. */
  OwnPeer ownPeer() throws IOException {
    return new OwnPeer(kind == Kind.STAMP ? layout() : null, key);
  }
}
