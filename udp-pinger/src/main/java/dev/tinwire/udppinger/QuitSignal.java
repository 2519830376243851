package dev.tinwire.udppinger;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Hears Ctrl-\ (SIGQUIT), again and again.
 *
 * <p>The JVM keeps that signal to itself and prints the stacks of all threads. Java code must not
 * run in a signal's handler, so the handler we put in its place is a function of the C library that
 * is safe there (POSIX, signal-safety) and leaves a trace: {@code alarm}, called with the number of
 * the signal, which is 3, starts a clock of three seconds. Whoever looks at that clock in time
 * finds it running, stops it, and knows. Should nobody look, SIGALRM is ignored.
 */
final class QuitSignal {
  private static final int SIGQUIT = 3;
  private static final int SIGALRM = 14;
  private static final long LOOKED_AT = 100_000_000L;

  /** Linking takes time of the processor, so it begins when the first packets are on their way. */
  private static final long LATER = 300_000_000L;

  private QuitSignal() {}

  /** Calls it each time, from a thread of its own. Does nothing where the platform is another. */
  static void listen(Runnable asked) {
    Thread.ofPlatform()
        .daemon()
        .name("quit")
        .start(() -> {
          LockSupport.parkNanos(LATER);
          installed().ifPresent(alarm -> watch(alarm, asked));
        });
  }

  /** The same for who has the time to wait until it listens. */
  static void listenFromNowOn(Runnable asked) {
    installed()
        .ifPresent(
            alarm -> Thread.ofPlatform().daemon().name("quit").start(() -> watch(alarm, asked)));
  }

  private static Optional<MethodHandle> installed() {
    // Without leave, Java would warn on the user's terminal.
    if (!QuitSignal.class.getModule().isNativeAccessEnabled()) return Optional.empty();
    try {
      return Optional.of(install());
    } catch (Throwable _) {
      return Optional.empty(); // Then Ctrl-\ shows what it always shows with Java.
    }
  }

  private static void watch(MethodHandle alarm, Runnable asked) {
    try {
      while (true) {
        if ((int) alarm.invokeExact(0) != 0) asked.run();
        LockSupport.parkNanos(LOOKED_AT);
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e); // a C function throws nothing
    }
  }

  @SuppressWarnings("restricted") // calls C; whoever forbids it only loses Ctrl-\
  private static MethodHandle install() throws Throwable {
    Linker linker = Linker.nativeLinker();
    AddressLayout address = ValueLayout.ADDRESS;
    MemorySegment alarm = linker.defaultLookup().findOrThrow("alarm");
    MethodHandle signal =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("signal"),
            FunctionDescriptor.of(address, ValueLayout.JAVA_INT, address));
    var ignore = MemorySegment.ofAddress(1); // SIG_IGN
    var _ = (MemorySegment) signal.invokeExact(SIGALRM, ignore);
    var _ = (MemorySegment) signal.invokeExact(SIGQUIT, alarm);
    return linker.downcallHandle(
        alarm, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  }
}
