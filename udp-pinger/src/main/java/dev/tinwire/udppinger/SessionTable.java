package dev.tinwire.udppinger;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a reflector, at most so many: who has been silent longest is forgotten first, and
 * after a while of silence anyway. Strangers can fill it, and gain nothing but a count that begins
 * at 0 again. Belongs to one thread.
 */
final class SessionTable {
  private final EchoLimits limits;
  private final Map<InetSocketAddress, EchoSession> sessions;
  private final Map<InetAddress, TokenBucket> buckets;
  private final LongAdder made;
  private @Nullable EchoSession last;

  SessionTable(EchoLimits limits, LongAdder made) {
    this.made = made;
    this.limits = limits;
    sessions = bounded(limits.sessions());
    buckets = bounded(limits.sessions());
  }

  private static <K, V> Map<K, V> bounded(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /** The session of a peer, made if there is none that is still remembered. */
  EchoSession of(InetSocketAddress peer, long now) {
    // Most datagrams come from whom the one before came from, and the socket knows it too.
    EchoSession found = last;
    if (found == null || !SocketAddresses.same(found.peer, peer) || isForgotten(found, now)) {
      found = other(peer, now);
      last = found;
    }
    found.lastSeen = now;
    return found;
  }

  private EchoSession other(InetSocketAddress peer, long now) {
    EchoSession known = sessions.get(peer);
    if (known != null && !isForgotten(known, now)) return known;
    var session = new EchoSession(peer, bucket(peer.getAddress(), now));
    sessions.put(peer, session);
    made.increment();
    return session;
  }

  private boolean isForgotten(EchoSession session, long now) {
    return now - session.lastSeen > limits.idleNanos();
  }

  private TokenBucket bucket(InetAddress address, long now) {
    int rate = address.isLoopbackAddress() ? limits.ratePerNeighbour() : limits.ratePerSource();
    return buckets.computeIfAbsent(address, _ -> new TokenBucket(rate, now));
  }

  int size() {
    return sessions.size();
  }
}
