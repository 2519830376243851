package dev.tinwire.testkit;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One direction of a {@link DatagramRelay}: numbers its packets and lets each meet its fate. */
final class Lane {
  /** How long an overtaken packet waits for the one that overtakes it, if none comes. */
  private static final long HELD_MS = 250;

  /** A packet with the socket it leaves by. */
  private record Parcel(DatagramSocket by, DatagramPacket packet) {}

  private final Impairment impairment;
  private final long seed;
  private final ScheduledExecutorService timer;
  private final Queue<Parcel> overtaken = new ArrayDeque<>();
  private Tally tally = Tally.ZERO;

  Lane(Impairment impairment, long seed, ScheduledExecutorService timer) {
    this.impairment = impairment;
    this.seed = seed;
    this.timer = timer;
  }

  synchronized Tally tally() {
    return tally;
  }

  /** Takes a packet that is on its way out by this socket. */
  synchronized void take(DatagramSocket by, DatagramPacket packet) {
    Impairment.Fate fate = impairment.fate(seed, tally.came());
    tally = tally.plus(fate);
    if (fate.lost()) return;
    packet.setData(fate.applyTo(packet.getData()));
    var parcel = new Parcel(by, packet);
    if (fate.later().isZero()) arrive(parcel, fate);
    else schedule(fate.later().toNanos(), () -> arrive(parcel, fate));
  }

  private synchronized void arrive(Parcel parcel, Impairment.Fate fate) {
    if (fate.overtaken()) {
      overtaken.add(parcel);
      schedule(TimeUnit.MILLISECONDS.toNanos(HELD_MS), () -> release(parcel));
    } else {
      send(parcel);
      while (!overtaken.isEmpty()) send(overtaken.remove());
    }
    if (fate.twice()) send(parcel);
  }

  private synchronized void release(Parcel parcel) {
    if (overtaken.remove(parcel)) send(parcel);
  }

  private void schedule(long nanos, Runnable task) {
    try {
      var _ = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      // The relay was closed; what was under way is lost, as on a real link.
    }
  }

  private void send(Parcel parcel) {
    try {
      parcel.by.send(parcel.packet);
      tally = tally.plusPassedOn();
    } catch (IOException _) {
      // The other side is gone or the relay closed: a datagram is lost, nobody is told.
    }
  }
}
