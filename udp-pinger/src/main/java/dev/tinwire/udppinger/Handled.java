package dev.tinwire.udppinger;

import java.net.InetSocketAddress;

/**
 * A datagram and what became of it, for those who watch.
 *
 * @param received nanoseconds since 1970
 * @param sequence of the sender, where the wire has one; −1 where not
 * @param ttl with which it came, 0 if unknown
 */
record Handled(
    InetSocketAddress source,
    InetSocketAddress local,
    long received,
    int length,
    int ttl,
    Recognition recognised,
    long sequence,
    Outcome outcome,
    Simulation.Fate fate) {}
