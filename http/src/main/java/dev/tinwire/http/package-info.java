/** The HTTP/1.1 message grammar (RFC 9110, 9112) that client and server share. */
@NullMarked
package dev.tinwire.http;

import org.jspecify.annotations.NullMarked;
