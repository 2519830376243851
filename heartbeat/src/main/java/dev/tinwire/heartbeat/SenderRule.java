package dev.tinwire.heartbeat;

import java.util.Optional;

/**
 * What the configuration says of one sender.
 *
 * @param expected whether never to hear of it is an alarm
 */
record SenderRule(String id, Optional<String> group, boolean expected, Manner manner) {}
