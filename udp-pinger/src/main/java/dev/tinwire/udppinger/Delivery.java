package dev.tinwire.udppinger;

import dev.tinwire.udppinger.Simulation.Fate;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Sends answers as their fate wants it: damaged, twice, later, overtaken. Belongs to one thread.
 */
final class Delivery {
  private final EchoSocket socket;
  private final DelayLine line;
  private final EchoCounters counters;

  Delivery(EchoSocket socket, DelayLine line, EchoCounters counters) {
    this.socket = socket;
    this.line = line;
    this.counters = counters;
  }

  /** Whether it was sent, or waits; a full line takes no more. */
  boolean deliver(Datagram answer, Fate fate, EchoSession session, long now) throws IOException {
    if (fate.corrupted()) corrupt(answer, fate.bit());
    DelayLine.Waiting held = session.held;
    if (fate.overtaken() && held == null) {
      counters.overtaken.increment();
      long due = now + fate.delayNanos() + DelayLine.PATIENCE;
      session.held = line.put(socket, answer, due);
      return session.held != null;
    }
    boolean sent = once(answer, fate.delayNanos(), now);
    if (sent && fate.twice()) {
      counters.twice.increment();
      once(answer, fate.delayNanos(), now);
    }
    if (held != null) release(session, held, now, fate.delayNanos());
    return sent;
  }

  private boolean once(Datagram answer, long delay, long now) throws IOException {
    if (delay > 0) return line.put(socket, answer, now + delay) != null;
    socket.answer(answer);
    return true;
  }

  /** What was held goes directly behind the answer that overtook it. */
  private void release(EchoSession session, DelayLine.Waiting held, long now, long delay)
      throws IOException {
    session.held = null;
    if (delay > 0) {
      line.move(held, now + delay + 1);
      return;
    }
    int failed = socket.flush(); // or what overtakes it would still wait here
    counters.of(Outcome.ANSWERED).add(-failed);
    counters.of(Outcome.UNSENT).add(failed);
    line.release(held);
  }

  private void corrupt(Datagram answer, int bit) {
    if (answer.length == 0) return;
    counters.corrupted.increment();
    ByteBuffer payload = answer.payload;
    int at = bit % (answer.length * 8);
    payload.put(at / 8, (byte) (payload.get(at / 8) ^ 1 << at % 8));
  }
}
