package dev.tinwire.wire.command;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Hears that somebody wants an end: Ctrl-C (SIGINT) or SIGTERM. The second one is not ours any
 * more, so it ends the process at once, whatever we are still doing.
 *
 * <p>Java has no public way to hear a signal and live. A shutdown hook can neither choose the exit
 * status nor be hurried by a second Ctrl-C. {@code sun.misc.Signal} can, and is called by its name
 * since the compiler warns of it in a way that nothing silences, and we build without warnings.
 */
public final class Interrupts implements Ending {
  private static final List<String> SIGNALS = List.of("INT", "TERM");

  @Override
  public void await() throws InterruptedException {
    var wanted = new CountDownLatch(1);
    onFirst(wanted::countDown);
    wanted.await();
  }

  /** Calls it at the first signal. */
  public static void onFirst(Runnable end) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object usual = handler.getField("SIG_DFL").get(null);
      var handle = signal.getMethod("handle", signal, handler);
      var named = signal.getConstructor(String.class);
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, _, _) -> {
                for (String name : SIGNALS) handle.invoke(null, named.newInstance(name), usual);
                end.run();
                return null;
              });
      for (String name : SIGNALS) handle.invoke(null, named.newInstance(name), ours);
    } catch (ReflectiveOperationException | RuntimeException _) {
      // A Java without it: a signal then ends us at once, with the status of the signal.
    }
  }
}
