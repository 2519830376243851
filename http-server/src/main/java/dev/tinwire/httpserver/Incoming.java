package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Durations;
import java.io.IOException;
import java.time.Duration;

/** What comes next on a connection, when a request may come. */
sealed interface Incoming {
  /** A request, its body not yet read. */
  record Request(RequestHead head) implements Incoming {}

  /** Nothing more; there is nobody to answer. */
  record End() implements Incoming {}

  /** Something that is no request, or not in time: answered, then closed (RFC 9112 §2.2). */
  record Bad(Status status, String sentence) implements Incoming {}

  /**
   * Waits for a request and reads its head.
   *
   * @param wait how long for its first byte
   * @param whole how long for the rest, all of it
   */
  static Incoming next(
      ByteReader in, Patience patience, Duration wait, Duration whole, Limits limits)
      throws IOException {
    patience.idle(wait);
    if (in.atEnd()) return new End();
    patience.head(whole);
    try {
      return new Request(RequestHead.read(in, limits, Leniency.SERVER));
    } catch (BadMessage bad) {
      return new Bad(bad.status(), String.valueOf(bad.getMessage()));
    } catch (IOException e) {
      // The sweeper ended our reading and nothing else, so that this can be said.
      if (patience.over()) return late(whole);
      throw e;
    } finally {
      patience.working();
    }
  }

  private static Bad late(Duration whole) {
    return new Bad(
        Refusal.REQUEST_TIMEOUT, "the head did not come within " + Durations.print(whole));
  }
}
