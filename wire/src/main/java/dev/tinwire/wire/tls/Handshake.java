package dev.tinwire.wire.tls;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Guard;
import dev.tinwire.wire.Watchdog;
import java.io.IOException;
import java.net.Socket;
import java.time.InstantSource;
import javax.net.ssl.SSLSocket;

/** What every handshake has around it: the deadline, the words for a failure, the closing. */
record Handshake(Endpoint peer, Deadline deadline, InstantSource clock) {
  /** Puts TLS over a socket and shakes hands. */
  @FunctionalInterface
  interface Layering {
    SSLSocket over(Socket raw) throws IOException;
  }

  /**
   * Runs it. A peer that drips bytes passes every read timeout, so the guard holds the raw socket
   * and closes it when the deadline passes.
   *
   * @param raw closed if this fails
   */
  SSLSocket run(Socket raw, Layering layering) throws IOException {
    String doing = "shaking hands for TLS with " + peer;
    Guard guard = Watchdog.guard(deadline, raw);
    SSLSocket shaken;
    try (guard) {
      deadline.check(doing);
      shaken = layering.over(raw);
    } catch (IOException e) {
      raw.close();
      throw TlsFailed.with(peer, guard.explained(e, doing), clock.instant());
    }
    if (guard.fired()) throw deadline.timedOut(doing); // in the last moment; raw is closed
    return shaken;
  }
}
