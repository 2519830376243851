/**
 * The HTTP/1.1 message grammar that client and server share: RFC 9112 (messages, framing,
 * connections) and RFC 9110 (methods, statuses, fields and their values), with RFC 3986 for targets
 * and hosts.
 *
 * <p>A message is read in four steps, each a value of its own:
 *
 * <pre>{@code
 * var head = RequestHead.read(in, Limits.SERVER, Leniency.SERVER);          // lines, then grammar
 * var framing = Framing.ofRequest(head.fields(), head.line().version());    // where the body ends
 * var body = Body.of(framing, in, Limits.SERVER);                           // a stream up to there
 * var next = Persistence.ofRequest(head.line().version(), head.fields());   // and what follows
 * }</pre>
 *
 * <p>Whatever breaks the grammar or a limit is a {@link dev.tinwire.http.BadMessage} with the
 * status a server answers; whatever is forgiven is a {@link dev.tinwire.http.Leniency}. Nothing is
 * repaired, guessed, or merged.
 *
 * <p>Left out on purpose: HTTP/0.9 and 2, transfer codings other than chunked, trailers to be sent,
 * chunk extensions (checked and dropped), content codings, and all sockets.
 */
@NullMarked
package dev.tinwire.http;

import org.jspecify.annotations.NullMarked;
