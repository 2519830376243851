package dev.tinwire.heartbeat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Senders as values, for those who show them. */
final class SenderViews {
  private static final long V4_MAPPED = 0xffffL << 32;

  private SenderViews() {}

  static SenderView of(Sender s, Moment now) {
    var extras = s.extras;
    long muted = extras == null ? 0 : extras.mutedUntil;
    boolean heard = s.heard();
    long allowed = s.downAt == Long.MAX_VALUE ? 0 : s.downAt - s.arrival;
    return new SenderView(
        s.name(),
        s.state,
        now.wall(s.since),
        heard ? now.wall(s.arrival) : null,
        heard ? Duration.ofNanos(Math.max(0, now.nanos() - s.arrival)) : Duration.ZERO,
        Duration.ofMillis(s.period),
        Duration.ofNanos(Math.max(0, allowed)),
        Duration.ofNanos(s.jitter * 1000L),
        s.received,
        s.lost,
        s.duplicates,
        s.reordered,
        s.restarts,
        address(s),
        values(extras),
        muted > now.millis() ? Instant.ofEpochMilli(muted) : null,
        false,
        s.acknowledged);
  }

  private static Map<String, String> values(Sender.@Nullable Extras extras) {
    if (extras == null) return Map.of();
    if (extras.status != Status.WARN) return extras.values;
    var all = new LinkedHashMap<String, String>();
    all.put("st", "warn");
    all.putAll(extras.values);
    return all;
  }

  static void address(Sender s, InetAddress address, int port) {
    byte[] octets = address.getAddress();
    if (octets.length == 4) {
      s.addressHigh = 0;
      s.addressLow = V4_MAPPED | (ByteBuffer.wrap(octets).getInt() & 0xffff_ffffL);
    } else {
      var both = ByteBuffer.wrap(octets);
      s.addressHigh = both.getLong();
      s.addressLow = both.getLong();
    }
    s.port = (char) port;
  }

  static boolean isV4(Sender s) {
    return s.addressHigh == 0 && s.addressLow >>> 32 == V4_MAPPED >>> 32;
  }

  static @Nullable InetSocketAddress address(Sender s) {
    if (s.port == 0) return null;
    byte[] octets = ByteBuffer.allocate(16).putLong(s.addressHigh).putLong(s.addressLow).array();
    try {
      // A v4-mapped one comes out as the IPv4 address it is.
      return new InetSocketAddress(InetAddress.getByAddress(octets), s.port);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // 16 octets are an address
    }
  }
}
