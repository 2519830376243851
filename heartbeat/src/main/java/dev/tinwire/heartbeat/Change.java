package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;

/**
 * Something happened to a sender.
 *
 * @param time when, by the wall clock; only for people
 * @param before its state until then
 * @param sender the sender as it is now
 * @param silence how long it was silent, or zero
 * @param reason why the monitor thinks so, in words
 */
record Change(
    Instant time,
    Happening happening,
    SenderState before,
    SenderView sender,
    Duration silence,
    String reason) {}
