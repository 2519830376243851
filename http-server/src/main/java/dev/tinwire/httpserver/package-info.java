/**
 * An HTTP/1.1 server (RFC 9110, 9112), and {@code tinwire serve}, which serves a folder with it.
 *
 * <p>One request goes through it like this: a listener accepts, a session on a thread of its own
 * reads the head and asks a {@link dev.tinwire.httpserver.Handler}, which decides an {@link
 * dev.tinwire.httpserver.Answer} without touching the wire; the session writes it.
 */
@NullMarked
package dev.tinwire.httpserver;

import org.jspecify.annotations.NullMarked;
