package dev.tinwire.udppinger;

import java.io.IOException;

/**
 * The clock of one thread that sends and receives: while it waits for a packet's time, it takes
 * what comes back. So whoever has sent a packet is awake when its reply comes, and no other thread
 * of ours is in the peer's way. What comes delays nothing: the clock is looked at before each
 * packet that is taken.
 */
final class Lookout implements Pacer {
  /** More make nothing faster. They can be seen by whoever watches the loopback. */
  private static final int REHEARSALS = 3;

  /** They end so long before a packet is due. */
  private static final long CALM = 20_000;

  private final PingSocket socket;
  private final Receiver receiver;
  private final Pacer clock;
  private boolean over;

  Lookout(PingSocket socket, Receiver receiver, Pacer clock) {
    this.socket = socket;
    this.receiver = receiver;
    this.clock = clock;
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  /** There is a rehearsal before the first packet too. */
  @Override
  public long soonest() {
    return nanoTime() + SETTLED;
  }

  @Override
  public void await(long due) {
    if (over) clock.await(due);
    else if (due - nanoTime() > SPUN) take(due - SPUN);
    else getReady(due);
  }

  /**
   * Whoever waits for this very processor has it now: once the packet has left, he would have it in
   * its peer's turn.
   */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but the time another takes
  private void getReady(long due) {
    for (int i = 0; i < REHEARSALS && due - nanoTime() > CALM; i++) {
      rehearse();
      take(nanoTime());
      Thread.yield();
    }
    while (!over && due - nanoTime() > 0) take(nanoTime());
  }

  /** One packet, if it comes until then. */
  private void take(long due) {
    if (!over) over = !receiver.one(due);
  }

  private void rehearse() {
    try {
      socket.rehearse();
    } catch (IOException _) {
      // Then the real one goes without.
    }
  }
}
