package dev.tinwire.udppinger;

/** How many packets came to what. Lost is what was sent and has no first reply in time. */
final class Counts {
  long transmitted;
  long received;
  long duplicates;
  long corrupted;
  long late;
  long reordered;
  long refused;

  /** Of those that were refused, by others than the peer. */
  long unreachable;

  long unsent;
  long strays;
  long timeouts;
  long implausible;

  void add(Event event) {
    switch (event) {
      case Event.Answered answered -> {
        received++;
        if (answered.outOfOrder()) reordered++;
      }
      case Event.Duplicate _ -> duplicates++;
      case Event.Late _ -> late++;
      case Event.Corrupt _ -> corrupted++;
      case Event.Stray _ -> strays++;
      case Event.Timeout _ -> timeouts++;
      case Event.Refused it -> {
        refused++;
        if (it.givenUp()) timeouts--;
        if (!it.from().isEmpty()) unreachable++;
      }
      case Event.Unsent _ -> {
        unsent++;
        transmitted--;
      }
    }
  }

  long lost() {
    return transmitted - received;
  }

  /** Of how many it is known what became of them. */
  long settled() {
    return received + timeouts + refused;
  }

  /** 0 where nothing was sent: no packet was lost. */
  double lossPercent() {
    return transmitted == 0 ? 0 : 100.0 * lost() / transmitted;
  }
}
