package dev.tinwire.heartbeat;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Passes on what happens from the thread that hears beats to one that has time: to print it, to log
 * it, to tell those who listen. Plain lines beyond so many a second are left out and counted;
 * changes never are.
 */
final class Teller implements BookHearer, Runnable {
  private static final long SECOND = 1_000_000_000;

  private final BlockingQueue<Told> waiting;
  private final int linesASecond;
  private final boolean plainLines;
  private final List<Consumer<Told>> hearers = new CopyOnWriteArrayList<>();
  private BooleanSupplier alone = () -> true;
  private long second;
  private int lines;
  private volatile long leftOut;

  /**
   * A teller.
   *
   * @param plainLines whether anybody wants to know of beats that change nothing
   */
  Teller(MonitorLimits limits, boolean plainLines) {
    waiting = new ArrayBlockingQueue<>(limits.told());
    linesASecond = limits.linesASecond();
    this.plainLines = plainLines;
  }

  /** How to find out whether there is one sender only. */
  void alone(BooleanSupplier isAlone) {
    alone = isAlone;
  }

  void listen(Consumer<Told> hearer) {
    hearers.add(hearer);
  }

  long leftOut() {
    return leftOut;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
  public void beat(Sender sender, long missed, long silence, Moment now) {
    if (!plainLines) return;
    if (missed == 0 && !hasRoom(now)) {
      leftOut++;
      return;
    }
    put(new Told.Beating(sender.name(), alone.getAsBoolean(), missed, silence, now.millis()));
  }

  private boolean hasRoom(Moment now) {
    if (now.nanos() - second > SECOND) {
      second = now.nanos();
      lines = 0;
    }
    return ++lines <= linesASecond;
  }

  @Override
  public void change(Change change) {
    put(new Told.Changed(change, alone.getAsBoolean()));
  }

  @Override
  public void conflict(Sender sender, String words, Moment now) {
    put(new Told.Conflict(sender.name(), alone.getAsBoolean(), words, now.millis()));
  }

  @Override
  public void blind(boolean blind, int silent, Moment now) {
    put(new Told.Blind(blind, silent, now.millis()));
  }

  /** Waits where there is no room: rather hear late than forget what was heard. */
  private void put(Told told) {
    try {
      waiting.put(told);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    put(new Told.End());
  }

  @Override
  public void run() {
    try {
      for (Told told = waiting.take(); !(told instanceof Told.End); told = waiting.take()) {
        for (Consumer<Told> hearer : hearers) hearer.accept(told);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
