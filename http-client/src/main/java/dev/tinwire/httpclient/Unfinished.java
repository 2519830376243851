package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Output;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Files that are coming just now. Who ends the process meanwhile, by Ctrl-C or a TERM, is told what
 * of them is kept and how to go on; what is of no use is removed. A signal is for the whole
 * process, and so is this.
 *
 * <p>A shutdown hook and not {@link dev.tinwire.wire.command.Interrupts}: the status is that of the
 * signal, as it should be, there is nothing to wait for that a second Ctrl-C could hurry, and a
 * start does not pay for some sixty classes.
 */
final class Unfinished {
  private static final Set<PartFile> COMING = ConcurrentHashMap.newKeySet();
  private static final AtomicBoolean TOLD = new AtomicBoolean();
  private static volatile boolean ending;

  private Unfinished() {}

  static void add(PartFile part) {
    COMING.add(part);
  }

  static void remove(PartFile part) {
    COMING.remove(part);
  }

  /** From now on who ends us is told by that command. */
  static void tell(String who, Output output) {
    if (!TOLD.compareAndSet(false, true)) return;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(who, output), "unfinished"));
  }

  /** Whoever writes stops here when we are told to end: what was said of a file stays true. */
  static void stopIfEnding() {
    while (ending) LockSupport.park();
  }

  private static void end(String who, Output output) {
    if (COMING.isEmpty()) return;
    ending = true;
    // ECMA-48 §8.3.41: the line that tells of the progress is not true any more.
    if (output.errScreen().live()) output.err().print("\r\033[K");
    for (PartFile part : COMING) {
      try {
        part.keptInWords().ifPresent(kept -> output.err().println(who + ": ended; " + kept));
        part.abandon();
      } catch (IOException _) {
        // There is nobody left who could do anything about it.
      }
    }
    output.err().flush();
  }
}
