package dev.tinwire.httpclient;

import dev.tinwire.http.RequestHead;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.tls.TlsReport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One exchange on the way to an answer: the last one, or one that led on to another. Public because
 * callers of the library look at it.
 *
 * @param requestBytes head and body as they went over the wire
 * @param connection number of the connection, from 1
 * @param address where it led to; empty for a socket of the file system
 * @param fromCache whether no server was asked
 */
public record Hop(
    Request request,
    RequestHead sent,
    ResponseHead head,
    Timings timings,
    long requestBytes,
    int connection,
    Optional<InetSocketAddress> address,
    Optional<TlsReport> tls,
    boolean fromCache) {
  public Url url() {
    return request.url();
  }

  public Status status() {
    return head.status();
  }

  /** One that came from here, without a wire. */
  static Hop unsent(Request request, RequestHead head, ResponseHead answer, Instant at) {
    return new Hop(
        request, head, answer, Timings.none(at), 0, 0, Optional.empty(), Optional.empty(), true);
  }

  /** The same with another head of the answer. */
  Hop answered(ResponseHead other, boolean kept) {
    return new Hop(request, sent, other, timings, requestBytes, connection, address, tls, kept);
  }

  Hop timed(Timings other) {
    return new Hop(request, sent, head, other, requestBytes, connection, address, tls, fromCache);
  }

  /** The same, asked for so much earlier. */
  Hop queued(Duration time) {
    return timed(timings.queued(time));
  }
}
