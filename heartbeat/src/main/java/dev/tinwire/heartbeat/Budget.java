package dev.tinwire.heartbeat;

import java.time.Duration;

/**
 * What a limit would have cost: so many silences of the window were at least as long.
 *
 * @param silence after which a sender would have been called down
 * @param alarms about how often that would have been wrong
 */
record Budget(Duration silence, int alarms, Duration window) {}
