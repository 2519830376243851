package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;

/**
 * How far apart beats came at a moment, and how far they might have been.
 *
 * @param length the silence before the beat; of several between two looks, their average
 * @param deadline the silence after which the sender would have been given up
 */
record Interval(Instant at, Duration length, Duration deadline) {}
