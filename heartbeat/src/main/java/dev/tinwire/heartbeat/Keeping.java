package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Writes the snapshot again and again: each second, or where that takes longer than a fifth of one,
 * so that it takes a fifth of the time.
 */
final class Keeping implements Runnable {
  private static final long SECOND = 1_000;
  private static final int SHARE = 4;

  private final Snapshot snapshot;
  private final Consumer<String> notes;
  private boolean failing;

  Keeping(Snapshot snapshot, Consumer<String> notes) {
    this.snapshot = snapshot;
    this.notes = notes;
  }

  @Override
  public void run() {
    try {
      while (true) {
        long began = System.nanoTime();
        write();
        long took = (System.nanoTime() - began) / 1_000_000;
        Thread.sleep(Math.max(SECOND - took, SHARE * took));
      }
    } catch (InterruptedException _) {
      write();
    }
  }

  private void write() {
    try {
      snapshot.write();
      failing = false;
    } catch (IOException e) {
      // A full disk must not end the watching; it is said once, until it works again.
      if (!failing) notes.accept("cannot write the snapshot: " + Visible.of(e.toString()));
      failing = true;
    }
  }
}
