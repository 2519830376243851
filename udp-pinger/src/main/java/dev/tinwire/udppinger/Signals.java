package dev.tinwire.udppinger;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Hears the terminal's signals: Ctrl-C (SIGINT) and SIGTERM once, after which they end the process
 * as they always do.
 *
 * <p>Java has no public way to hear a signal and live. {@code sun.misc.Signal} is called by its
 * name, since the compiler warns of it in a way that nothing silences, and we build without
 * warnings.
 */
final class Signals {
  private Signals() {}

  /** Calls {@code end} at the first SIGINT or SIGTERM. */
  static void onEnd(Runnable end) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object usual = handler.getField("SIG_DFL").get(null);
      var handle = signal.getMethod("handle", signal, handler);
      var named = signal.getConstructor(String.class);
      var names = List.of("INT", "TERM");
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, _, _) -> {
                for (String name : names) handle.invoke(null, named.newInstance(name), usual);
                end.run();
                return null;
              });
      for (String name : names) handle.invoke(null, named.newInstance(name), ours);
    } catch (ReflectiveOperationException | RuntimeException _) {
      // A Java without it: a signal then ends us at once, with the status of the signal.
    }
  }
}
