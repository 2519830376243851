/**
 * TLS on SSLSocket: connecting, upgrading, serving, trust, pins, and the identity of this computer.
 */
@NullMarked
package dev.tinwire.wire.tls;

import org.jspecify.annotations.NullMarked;
