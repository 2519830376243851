package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Durations;
import java.io.IOException;

/** What comes next on a connection, when a request may come. */
sealed interface Incoming {
  /** A request, its body not yet read. */
  record Request(RequestHead head) implements Incoming {}

  /** Nothing more; there is nobody to answer. */
  record End() implements Incoming {}

  /** Something that is no request, or not in time: answered, then closed (RFC 9112 §2.2). */
  record Bad(Status status, String sentence) implements Incoming {}

  /** Waits for a request and reads its head. */
  static Incoming next(ByteReader in, Patience patience, ServerLimits limits) throws IOException {
    patience.idle(limits.idle());
    if (in.atEnd()) return new End();
    patience.head(limits.head());
    try {
      return new Request(RequestHead.read(in, limits.messages(), Leniency.SERVER));
    } catch (BadMessage bad) {
      return new Bad(bad.status(), String.valueOf(bad.getMessage()));
    } catch (IOException e) {
      // The sweeper ended our reading and nothing else, so that this can be said.
      if (patience.over()) return late(limits);
      throw e;
    } finally {
      patience.working();
    }
  }

  private static Bad late(ServerLimits limits) {
    return new Bad(
        Refusal.REQUEST_TIMEOUT, "the head did not come within " + Durations.print(limits.head()));
  }
}
