package dev.tinwire.heartbeat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A {@link Detector} for each of many senders, who are known by small numbers. */
interface Detection {
  /** As {@link Detector#beat}; {@code before} is when the news before this one arrived. */
  long beat(int who, long before, long arrival, long missed, long period);

  /** As {@link Detector#forgive}. */
  void forgive(int who);

  /** This number is somebody else's from now on. */
  void clear(int who);

  /** Why the deadline is where it is, in words. */
  String why(int who, long arrival, long period);

  /**
   * That no silence longer than the limit shall be waited for, and false alarms shall be as seldom
   * as wished, does not go together: why, and what would. Nothing, if it does.
   *
   * @param limit for this sender alone, in nanoseconds from its last beat
   */
  default Optional<String> conflict(int who, long period, long limit) {
    return Optional.empty();
  }

  /** What limits would have cost in false alarms, the shortest first; empty if it is not known. */
  default List<Budget> budget(int who, long period) {
    return List.of();
  }

  /** What was learned of it, to be kept over a restart of the monitor; empty if nothing is. */
  byte[] save(int who);

  void restore(int who, byte[] learned, long now);

  /** One of its own for each, which costs more memory; for comparison. */
  static Detection each(Supplier<Detector> maker) {
    return new Detection() {
      private final List<Detector> all = new ArrayList<>();

      private Detector of(int who) {
        while (all.size() <= who) all.add(maker.get());
        return all.get(who);
      }

      @Override
      public long beat(int who, long before, long arrival, long missed, long period) {
        return of(who).beat(arrival, missed, period);
      }

      @Override
      public void forgive(int who) {
        of(who).forgive();
      }

      @Override
      public void clear(int who) {
        of(who);
        all.set(who, maker.get());
      }

      @Override
      public String why(int who, long arrival, long period) {
        return of(who).why();
      }

      @Override
      public byte[] save(int who) {
        return new byte[0];
      }

      @Override
      public void restore(int who, byte[] learned, long now) {
        forgive(who);
      }
    };
  }
}
