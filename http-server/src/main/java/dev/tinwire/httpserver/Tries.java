package dev.tinwire.httpserver;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who has tried wrong passwords for whom, and how long they wait for their next try: a second after
 * five, then twice as long each time, a minute at most. The wait holds for the right password as
 * well, or else it would slow nobody. Counted for each address and name together: behind a proxy
 * all have one address, and a guesser there must not lock out everybody.
 */
final class Tries {
  static final int FREE = 5;
  static final Duration LONGEST = Duration.ofMinutes(1);

  /** After that the past is past. */
  static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /** More of them than that push the oldest out. */
  static final int MOST = 4096;

  private record Past(int failures, long last) {}

  /** An address and a name that was tried from there. */
  private record Who(String household, String user) {}

  private final LongSupplier nanoTime;
  private final Map<Who, Past> pasts = new LinkedHashMap<>(16, 0.75f, true);

  Tries(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How long this one has to wait still; empty if it may try now. */
  synchronized Optional<Duration> wait(InetAddress client, String user) {
    long now = nanoTime.getAsLong();
    Past past = past(client, user, now);
    Duration left = pause(past.failures()).minusNanos(now - past.last());
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }

  synchronized void failed(InetAddress client, String user) {
    long now = nanoTime.getAsLong();
    Past past = past(client, user, now);
    boolean counts = now - past.last() < FORGOTTEN.toNanos();
    Who who = who(client, user);
    if (pasts.size() == MOST && !pasts.containsKey(who)) pasts.remove(victim());
    pasts.put(who, new Past(counts ? past.failures() + 1 : 1, now));
  }

  /**
   * Not who has to wait: many names that nobody has must not make one forgotten that somebody has.
   */
  private Who victim() {
    return pasts.entrySet().stream()
        .filter(entry -> entry.getValue().failures() < FREE)
        .findFirst()
        .map(Map.Entry::getKey)
        .orElseGet(() -> pasts.keySet().iterator().next());
  }

  private Past past(InetAddress client, String user, long now) {
    return pasts.getOrDefault(who(client, user), new Past(0, now));
  }

  synchronized void succeeded(InetAddress client, String user) {
    pasts.remove(who(client, user));
  }

  /** Pure: what that many failures cost. */
  static Duration pause(int failures) {
    if (failures < FREE) return Duration.ZERO;
    var doubled = Duration.ofSeconds(1L << Math.min(failures - FREE, 30));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** One household: all of IPv4's address, and of IPv6's the half that is given to one. */
  private static Who who(InetAddress client, String user) {
    byte[] address = client.getAddress();
    boolean half = client instanceof Inet6Address;
    return new Who(HexFormat.of().formatHex(half ? Arrays.copyOf(address, 8) : address), user);
  }
}
