package dev.tinwire.wire.command;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hears that somebody wants an end: Ctrl-C (SIGINT) or SIGTERM. The second one ends the process at
 * once, whatever we are still doing, and with the status of a signal; what must not be left behind
 * is removed before. One that is heard twice within a moment is one ({@link Urgency}).
 *
 * <p>Java has no public way to hear a signal and live. A shutdown hook can neither choose the exit
 * status nor be hurried by a second Ctrl-C. {@code sun.misc.Signal} can, and is called by its name
 * since the compiler warns of it in a way that nothing silences, and we build without warnings.
 */
public final class Interrupts implements Ending {
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  /** What a shell makes of a process that a signal ended: this, and the signal's number. */
  private static final int KILLED = 128;

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final AtomicBoolean begun = new AtomicBoolean();

  @Override
  public void begin(Runnable hurry) {
    if (begun.compareAndSet(false, true)) listen(SIGNALS, wanted::countDown, Optional.of(hurry));
  }

  @Override
  public void await() throws InterruptedException {
    if (begun.compareAndSet(false, true)) onFirst(wanted::countDown);
    wanted.await();
  }

  /** Calls it at the first signal; the second is not ours any more. */
  public static void onFirst(Runnable end) {
    listen(SIGNALS, end, Optional.empty());
  }

  /**
   * Does all that hearing takes, for a signal that is nobody's end: in a check of one's own, so
   * that a class cache learns it. Else each start would make some sixty classes anew before it
   * listens.
   */
  public static void rehearse() {
    listen(List.of("WINCH"), () -> {}, Optional.empty());
  }

  private static void listen(List<String> signals, Runnable end, Optional<Runnable> hurry) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object usual = handler.getField("SIG_DFL").get(null);
      var handle = signal.getMethod("handle", signal, handler);
      var raise = signal.getMethod("raise", signal);
      var number = signal.getMethod("getNumber");
      var named = signal.getConstructor(String.class);
      var urgency = new Urgency();
      var hurried = new AtomicBoolean();
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, _, heard) -> {
                switch (urgency.heard(System.nanoTime())) {
                  case END -> end.run();
                  case THE_SAME -> {}
                  case AT_ONCE -> {
                    if (hurry.isEmpty()) {
                      handle.invoke(null, heard[0], usual);
                      raise.invoke(null, heard[0]);
                    }
                    // Who asks a third time does not wait for that, either.
                    if (hurried.compareAndSet(false, true)) hurry.ifPresent(Runnable::run);
                    Runtime.getRuntime().halt(KILLED + (int) number.invoke(heard[0]));
                  }
                }
                return null;
              });
      for (String name : signals) handle.invoke(null, named.newInstance(name), ours);
    } catch (ReflectiveOperationException | RuntimeException _) {
      // A Java without it: a signal then ends us at once, with the status of the signal.
    }
  }
}
