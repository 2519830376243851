package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.util.Map;
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
  private static final Map<Progress, String> GOING = new ConcurrentHashMap<>();
  private static final AtomicBoolean TOLD = new AtomicBoolean();
  private static volatile boolean ending;

  private Unfinished() {}

  static void add(PartFile part) {
    COMING.add(part);
  }

  static void remove(PartFile part) {
    COMING.remove(part);
  }

  /** A file that is sent from now on, and how its progress is shown. */
  static void going(Progress progress, String name) {
    GOING.put(progress, name);
  }

  static void gone(Progress progress) {
    GOING.remove(progress);
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
    ending = true;
    GOING.forEach((progress, name) -> {
      progress.close();
      output.err().println(who + ": ended before all of " + Visible.of(name) + " was sent");
    });
    for (PartFile part : COMING) {
      try {
        part.abandon();
        part.keptInWords().ifPresent(kept -> output.err().println(who + ": ended; " + kept));
      } catch (IOException _) {
        // There is nobody left who could do anything about it.
      }
    }
    output.err().flush();
  }
}
