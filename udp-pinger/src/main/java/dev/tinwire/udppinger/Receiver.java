package dev.tinwire.udppinger;

import java.io.EOFException;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * The thread that receives: reads the clock, looks at the packet, and hands what it found to the
 * books. It prints nothing and waits for nobody.
 */
final class Receiver implements Runnable {
  /** One more than a datagram has, so that none is cut without our noticing. */
  private static final int ROOM = 1 << 16;

  /** Nobody reads more of a packet in {@code --explain}. */
  private static final int SHOWN = 256;

  /** So many failures in a row, and it is not worth another try. */
  private static final int PATIENCE = 1000;

  private static final long LONG = 3_600_000_000_000L;

  private final PingSocket socket;
  private final Probes probes;
  private final Flights flights;
  private final CatchRing ring;
  private final Notified notified;
  private final Pacer clock;
  private final boolean keepOctets;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM);
  private final Arrival arrival = new Arrival();
  private int failures;
  private long answered;
  private boolean missed;

  /** Whom the receiver tells. Both calls return at once. */
  interface Notified {
    /** The packet of that number was answered. */
    void answered(long number);

    /** There is something in the ring. */
    void caught();
  }

  Receiver(
      PingSocket socket,
      Probes probes,
      Flights flights,
      CatchRing ring,
      Notified notified,
      Pacer clock,
      boolean keepOctets) {
    this.socket = socket;
    this.probes = probes;
    this.flights = flights;
    this.ring = ring;
    this.notified = notified;
    this.clock = clock;
    this.keepOctets = keepOctets;
  }

  @Override
  public void run() {
    while (one(clock.nanoTime() + LONG)) {
      // The next.
    }
  }

  /**
   * Takes one packet, or none until that moment if the socket can tell.
   *
   * @return false if nothing will come any more
   */
  boolean one(long due) {
    Catch next = ring.claim(clock, due);
    if (next == null) return true;
    missed = false;
    if (!receive(next, due)) return false;
    if (missed) return true;
    ring.publish();
    if (answered >= 0) notified.answered(answered);
    notified.caught();
    return true;
  }

  /** Fills one catch; false if the socket was closed by ourselves. */
  private boolean receive(Catch next, long due) {
    buffer.clear();
    arrival.length = 0;
    answered = -1;
    try {
      missed = !socket.receive(buffer, arrival, due);
      if (missed) return true;
      judge(next);
      failures = 0;
    } catch (PortUnreachableException _) {
      refused(next, "port unreachable", "");
    } catch (UnreachableException e) {
      refused(next, e.words(), e.from());
    } catch (ClosedChannelException _) {
      return false;
    } catch (EOFException _) {
      return ended(next);
    } catch (IOException e) { // the next packet may get through
      refused(next, Sender.reason(e), "");
      if (++failures > PATIENCE) return ended(next);
    }
    return true;
  }

  private void refused(Catch next, String reason, String from) {
    next.begin(Catch.Kind.REFUSED, clock.nanoTime());
    next.reason = reason;
    next.from = from;
    long wire = arrival.length > 0 ? probes.quoted(buffer, arrival.length) : -1;
    if (wire < 0) return;
    long number = flights.whole(wire);
    if (flights.knows(number)) next.number = number;
  }

  private boolean ended(Catch next) {
    next.begin(Catch.Kind.ENDED, clock.nanoTime());
    ring.publish();
    notified.caught();
    return false;
  }

  private void judge(Catch next) {
    next.begin(Catch.Kind.CORRUPT, arrival.nanoTime);
    next.length = arrival.length;
    next.ttl = arrival.ttl;
    if (keepOctets) next.octets = octets();
    long wire = arrival.length > ROOM ? -1 : probes.claimed(buffer, arrival.length);
    if (wire < 0) return;
    long number = flights.whole(wire);
    if (!flights.knows(number)) {
      if (number >= 0) next.kind = Catch.Kind.FORGOTTEN;
      return;
    }
    next.number = number;
    if (!probes.intact(buffer, arrival.length, number, flights.epochNanos(number))) return;
    next.kind = Catch.Kind.INTACT;
    time(next, number);
    probes.read(buffer, next);
    answered = number;
  }

  /**
   * The kernel's round trip counts if it can be true: it is part of the one that our clock saw, so
   * it is never longer. Its clock is the wall clock, which may be set.
   */
  private void time(Catch next, long number) {
    long ours = arrival.nanoTime - flights.nanoTime(number);
    long left = socket.departure(flights.call(number));
    next.rttNanos = ours;
    next.sentEpoch = flights.epochNanos(number);
    next.cameEpoch = next.sentEpoch + ours;
    if (left == 0 || arrival.kernel == 0) {
      next.implausible = false;
      return;
    }
    long kernel = arrival.kernel - left;
    next.implausible = kernel <= 0 || kernel > ours;
    if (next.implausible) return;
    next.rttNanos = kernel;
    next.sentEpoch = left;
    next.cameEpoch = arrival.kernel;
  }

  private byte[] octets() {
    byte[] octets = new byte[Math.min(SHOWN, arrival.length)];
    buffer.get(0, octets);
    return octets;
  }
}
