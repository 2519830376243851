package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.Optional;

/**
 * What the configuration says of one sender.
 *
 * @param expected whether never to hear of it is an alarm
 * @param detectWithin the longest silence that is waited for
 */
record SenderRule(
    String id,
    Optional<String> group,
    boolean expected,
    Optional<Duration> detectWithin,
    Manner manner) {}
