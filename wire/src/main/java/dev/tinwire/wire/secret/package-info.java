/** Passwords and tokens: where they come from, and a type that never prints them. */
@NullMarked
package dev.tinwire.wire.secret;

import org.jspecify.annotations.NullMarked;
