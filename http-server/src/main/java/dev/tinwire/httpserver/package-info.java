/**
 * An HTTP/1.1 server (RFC 9110, 9112), and {@code tinwire serve}, which serves a folder with it.
 *
 * <p>One request goes through it like this: a lobby accepts the connection and reads what comes. If
 * the answer is known by heart it is given there; otherwise a session on a thread of its own reads
 * the head and asks a {@link dev.tinwire.httpserver.Handler}, which decides an {@link
 * dev.tinwire.httpserver.Answer} without touching the wire; the session writes it, and the
 * connection goes back to wait.
 */
@NullMarked
package dev.tinwire.httpserver;

import org.jspecify.annotations.NullMarked;
