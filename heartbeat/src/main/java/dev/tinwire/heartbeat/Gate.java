package dev.tinwire.heartbeat;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is heard: everybody, or with a key those who sign, and the bare textbook's beats of a few
 * addresses. A beat that names an id must always be signed for it.
 */
record Gate(Optional<BeatKey> key, Set<InetAddress> textbook) {
  static final Gate OPEN = new Gate(Optional.empty(), Set.of());

  Gate {
    textbook = Set.copyOf(textbook);
  }

  /** Why it is not heard, or null. */
  @Nullable Rejection obstacle(BeatParser beat, InetAddress from) {
    if (key.isEmpty()) return null;
    if (beat.pairs.macAt < 0) {
      return !beat.isTagged() && textbook.contains(from) ? null : Rejection.FORGED;
    }
    return key.get().verifies(beat) ? null : Rejection.FORGED;
  }
}
