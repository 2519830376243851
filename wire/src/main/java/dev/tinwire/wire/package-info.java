/**
 * The plain-socket kit every Tinwire tool stands on: addresses, dialling, deadlines, bounded
 * reading.
 *
 * <p>It knows no protocol: what a line means is the business of the module above. Sub-packages:
 * {@code tls} (SSLSocket, trust, the own identity), {@code terminal} (everything for eyes, and
 * never a socket), {@code secret}, {@code json}, {@code command} (what every command line has in
 * common).
 */
@NullMarked
package dev.tinwire.wire;

import org.jspecify.annotations.NullMarked;
