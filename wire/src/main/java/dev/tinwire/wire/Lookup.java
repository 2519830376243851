package dev.tinwire.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks a name up within a deadline. The system's resolver can neither be limited nor interrupted,
 * and it would hold the carrier of a virtual thread; so it gets a thread of its own, which is left
 * behind when it takes too long.
 */
record Lookup(Resolver resolver) {
  List<InetAddress> of(String host, Deadline deadline) throws DialFailed, InterruptedException {
    var task = new FutureTask<>(() -> resolver.lookup(host));
    Thread thread = Thread.ofPlatform().daemon().name("lookup " + host).unstarted(task);
    // The JDK's first lookup asks whether somebody offers a resolver, and searches our jars for
    // one.
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    thread.start();
    try {
      return task.get(Deadline.nanos(deadline.remaining()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw tooSlow(host, deadline.allowed());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException) throw unknown(host);
      throw new IllegalStateException("the resolver broke", e.getCause());
    }
  }

  private static DialFailed unknown(String host) {
    return new DialFailed(
        DialFailed.Kind.UNKNOWN_HOST,
        "unknown host "
            + host
            + ": check the spelling, and whether this computer reaches its name server");
  }

  private static DialFailed tooSlow(String host, Duration allowed) {
    return new DialFailed(
        DialFailed.Kind.TIMED_OUT,
        "no answer from the name server about " + host + " within " + Durations.print(allowed));
  }
}
