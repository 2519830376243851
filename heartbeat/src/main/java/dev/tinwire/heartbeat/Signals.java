package dev.tinwire.heartbeat;

import java.lang.reflect.Proxy;

/**
 * Hears signals that are no end: SIGHUP, by which daemons are told to read their configuration
 * again, and SIGWINCH, by which a terminal says that its size has changed. By name, as {@link
 * dev.tinwire.wire.command.Interrupts} does it and for the same reason.
 */
final class Signals {
  private Signals() {}

  /** Calls it each time that the signal comes. Where there is no such signal, never. */
  static void on(String name, Runnable heard) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object ours =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, _) -> {
                if (method.getName().equals("handle")) heard.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
    } catch (ReflectiveOperationException | RuntimeException _) {
      // Without it there are other ways: monitor reload, and a size that is asked for in time.
    }
  }
}
