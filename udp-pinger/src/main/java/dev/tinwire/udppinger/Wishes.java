package dev.tinwire.udppinger;

import java.util.concurrent.locks.LockSupport;

/** What the user wants while a run goes on; said by any thread, heard by the one that runs. */
final class Wishes {
  private final Thread listener;
  private volatile boolean end;
  private volatile boolean figures;

  Wishes(Thread listener) {
    this.listener = listener;
  }

  /** Ctrl-C: come to an end, at once. */
  void end() {
    end = true;
    LockSupport.unpark(listener);
  }

  /** Ctrl-\: say how it stands, and go on. */
  void figures() {
    figures = true;
    LockSupport.unpark(listener);
  }

  boolean isEnd() {
    return end;
  }

  /** Whether figures were asked for since the last time this was called. */
  boolean takeFigures() {
    boolean wanted = figures;
    figures = false;
    return wanted;
  }
}
