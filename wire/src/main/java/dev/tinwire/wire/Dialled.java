package dev.tinwire.wire;

import java.time.Duration;
import java.util.List;

/**
 * A connection and how it came about. Who gets it closes the connection.
 *
 * @param lookup finding the addresses; nothing for a literal
 * @param connect from the first attempt to the one that won
 * @param tunnel asking the proxy; nothing without one
 * @param attempts every address tried, the winner among them
 */
public record Dialled(
    Connection connection,
    Duration lookup,
    Duration connect,
    Duration tunnel,
    List<Attempt> attempts) {}
