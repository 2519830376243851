package dev.tinwire.smtpclient;

import java.time.Duration;

/**
 * What came of a message, and what it cost.
 *
 * @param turns how often the server was waited for, the way in included
 */
record Sent(Outcome outcome, Duration elapsed, int turns, int tries) {}
