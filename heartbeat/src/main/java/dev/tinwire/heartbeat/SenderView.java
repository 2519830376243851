package dev.tinwire.heartbeat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One sender at one moment, for reports, tables and pages. All counts are since the monitor first
 * heard of it.
 *
 * @param since since when it is in this state
 * @param lastSeen when its last beat came, if one ever did
 * @param age how long ago that was, by the monotonic clock
 * @param deadline how long after its last beat it is given up
 * @param jitter how unevenly it beats: an average of what intervals differ by (RFC 3550 §6.4.1)
 * @param values what it says of itself, {@code v.load=0.3} as {@code load}, {@code 0.3}
 * @param mutedUntil until when nobody is to be called because of it
 */
record SenderView(
    String id,
    SenderState state,
    Instant since,
    @Nullable Instant lastSeen,
    Duration age,
    Duration period,
    Duration deadline,
    Duration jitter,
    long received,
    long lost,
    long duplicates,
    long reordered,
    long restarts,
    @Nullable InetSocketAddress address,
    Map<String, String> values,
    @Nullable Instant mutedUntil,
    boolean flapping,
    boolean acknowledged) {}
