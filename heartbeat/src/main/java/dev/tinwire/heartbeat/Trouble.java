package dev.tinwire.heartbeat;

import java.util.Comparator;
import java.util.List;

/** Who is shown first: who is worst off. Pure. */
final class Trouble {
  static final Comparator<SenderView> ORDER =
      Comparator.comparingInt((SenderView sender) -> rank(sender))
          .thenComparing(Comparator.comparingDouble(Trouble::share).reversed())
          .thenComparing(SenderView::id);

  private Trouble() {}

  /**
   * Within one state the order is by name, but for those that are late: a table whose rows change
   * places with every beat cannot be read.
   */
  private static double share(SenderView sender) {
    return sender.state() == SenderState.LATE ? silence(sender) : 0;
  }

  static int rank(SenderView sender) {
    boolean known = sender.acknowledged();
    return switch (sender.state()) {
      case DOWN -> known ? 1 : 0;
      case LATE -> 2;
      case NEW -> 3;
      case UP -> sender.flapping() ? 2 : 5;
      case BYE -> 4;
    };
  }

  /** How much of the time it is given has passed in silence: 1 is the end. */
  static double silence(SenderView sender) {
    if (sender.lastSeen() == null || !sender.deadline().isPositive()) return 0;
    return Math.min(1, (double) sender.age().toNanos() / sender.deadline().toNanos());
  }

  static List<SenderView> sorted(List<SenderView> senders) {
    return senders.stream().sorted(ORDER).toList();
  }
}
