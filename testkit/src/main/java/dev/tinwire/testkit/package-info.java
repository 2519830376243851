/**
 * Peers and faults for tests: a scripted TCP peer, dripping and cutting sockets, a lossy datagram
 * relay, a clock moved by hand.
 */
@NullMarked
package dev.tinwire.testkit;

import org.jspecify.annotations.NullMarked;
