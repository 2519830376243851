package dev.tinwire.udppinger;

import dev.tinwire.wire.Addresses;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialFailed;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Family;
import dev.tinwire.wire.Resolver;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Looks all targets up, side by side, while something else is done. */
final class TargetFinder {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A target and its addresses, the one to try first in front. */
  record Found(Endpoint endpoint, List<InetAddress> addresses) {}

  private final List<FutureTask<Found>> searches = new ArrayList<>();

  /** Begins at once. */
  TargetFinder(List<Endpoint> endpoints, Family family, Resolver resolver) {
    for (Endpoint endpoint : endpoints) {
      var search = new FutureTask<>(() -> find(endpoint, family, resolver));
      searches.add(search);
      Thread.ofVirtual().name("find").start(search);
    }
  }

  private static Found find(Endpoint endpoint, Family family, Resolver resolver)
      throws IOException, InterruptedException {
    var all = Addresses.by(resolver).of(endpoint, family, Deadline.in(PATIENCE));
    // Packets have no connection to race for. On this computer, IPv4 is what most servers of
    // the textbook listen at.
    if (all.stream().noneMatch(InetAddress::isLoopbackAddress)) return new Found(endpoint, all);
    var fourFirst = all.stream().sorted(Comparator.comparing(Inet6Address.class::isInstance));
    return new Found(endpoint, fourFirst.toList());
  }

  /** A name that leads nowhere is the user's mistake. */
  static UsageError unknown(DialFailed failed) {
    return new UsageError(String.valueOf(failed.getMessage()));
  }

  /**
   * Waits for the results.
   *
   * @throws UsageError if a host has no address: status 2, as ping has it
   */
  List<Found> found() throws IOException, InterruptedException, UsageError {
    var found = new ArrayList<Found>();
    for (var search : searches) {
      try {
        found.add(search.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof DialFailed failed) throw unknown(failed);
        if (e.getCause() instanceof IOException io) throw io;
        throw new IllegalStateException(e);
      }
    }
    return found;
  }
}
