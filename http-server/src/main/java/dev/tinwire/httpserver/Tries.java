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
 * Who has tried wrong passwords, and how long they wait for their next try: a second after five,
 * then twice as long each time, a minute at most. The wait holds for the right password as well, or
 * else it would slow nobody; so whoever shares an address with a guesser waits with them.
 */
final class Tries {
  static final int FREE = 5;
  static final Duration LONGEST = Duration.ofMinutes(1);

  /** After that the past is past. */
  static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /** More addresses than that push the oldest out. */
  static final int MOST = 4096;

  private record Past(int failures, long last) {}

  private final LongSupplier nanoTime;
  private final Map<String, Past> pasts = new LinkedHashMap<>(16, 0.75f, true);

  Tries(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How long this address has to wait still; empty if it may try now. */
  synchronized Optional<Duration> wait(InetAddress client) {
    long now = nanoTime.getAsLong();
    Past past = past(client, now);
    Duration left = pause(past.failures()).minusNanos(now - past.last());
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }

  synchronized void failed(InetAddress client) {
    long now = nanoTime.getAsLong();
    Past past = past(client, now);
    boolean counts = now - past.last() < FORGOTTEN.toNanos();
    pasts.put(who(client), new Past(counts ? past.failures() + 1 : 1, now));
    if (pasts.size() > MOST) pasts.remove(pasts.keySet().iterator().next());
  }

  private Past past(InetAddress client, long now) {
    return pasts.getOrDefault(who(client), new Past(0, now));
  }

  synchronized void succeeded(InetAddress client) {
    pasts.remove(who(client));
  }

  /** Pure: what that many failures cost. */
  static Duration pause(int failures) {
    if (failures < FREE) return Duration.ZERO;
    var doubled = Duration.ofSeconds(1L << Math.min(failures - FREE, 30));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** One household: all of IPv4's address, and of IPv6's the half that is given to one. */
  private static String who(InetAddress client) {
    byte[] address = client.getAddress();
    boolean half = client instanceof Inet6Address;
    return HexFormat.of().formatHex(half ? Arrays.copyOf(address, 8) : address);
  }
}
