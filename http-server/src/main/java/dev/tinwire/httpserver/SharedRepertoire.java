package dev.tinwire.httpserver;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A {@link Repertoire} for sessions, of which there are many; each holds it for a microsecond. */
final class SharedRepertoire {
  /**
   * An answer, and the bytes of it that are dated: its head, with the content unless that is large.
   */
  static final class Given {
    private final Prepared answer;
    private final byte[] bytes;

    private Given(Prepared answer, byte[] bytes) {
      this.answer = answer;
      this.bytes = bytes;
    }

    Prepared answer() {
      return answer;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  private final Repertoire repertoire;

  SharedRepertoire(Repertoire repertoire) {
    this.repertoire = repertoire;
  }

  /** As {@link Repertoire#find}. */
  synchronized @Nullable Given find(
      byte[] bytes, int from, int to, InetSocketAddress client, String date) {
    Prepared answer = repertoire.find(bytes, from, to, client, date);
    return answer == null ? null : new Given(answer, answer.dated(date));
  }

  synchronized void tidy() {
    repertoire.tidy();
  }
}
