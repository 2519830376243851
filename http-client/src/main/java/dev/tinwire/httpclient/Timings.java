package dev.tinwire.httpclient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long each part of one exchange took, on one connection. Public because callers of the library
 * look at it.
 *
 * @param began when the exchange began
 * @param reused whether the connection was there already; then look-up, connect, tunnel and TLS are
 *     nothing
 * @param blocked waiting for a connection that others held
 * @param lookup finding the addresses
 * @param connect from the first attempt to the connection that won
 * @param tunnel asking the proxy
 * @param tls shaking hands
 * @param send until the whole request was handed to the system
 * @param waiting until the first byte of the answer
 * @param receive from there to its last
 */
public record Timings(
    Instant began,
    boolean reused,
    Duration blocked,
    Duration lookup,
    Duration connect,
    Duration tunnel,
    Duration tls,
    Duration send,
    Duration waiting,
    Duration receive) {
  /** One part by name, in the order of time. */
  public record Phase(String name, Duration duration) {}

  /** Of what took no time at all. */
  static Timings none(Instant at) {
    Duration no = Duration.ZERO;
    return new Timings(at, false, no, no, no, no, no, no, no, no);
  }

  /** From the beginning to the first byte of the answer. */
  public Duration firstByte() {
    return total().minus(receive);
  }

  public Duration total() {
    return phases().stream().map(Phase::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /** All parts, also those that took nothing. */
  public List<Phase> phases() {
    return List.of(
        new Phase("blocked", blocked),
        new Phase("lookup", lookup),
        new Phase("connect", connect),
        new Phase("tunnel", tunnel),
        new Phase("tls", tls),
        new Phase("send", send),
        new Phase("wait", waiting),
        new Phase("receive", receive));
  }

  Timings withReceive(Duration other) {
    return new Timings(began, reused, blocked, lookup, connect, tunnel, tls, send, waiting, other);
  }

  /** The same, with a wait for its turn before all else. */
  Timings queued(Duration time) {
    return new Timings(
        began.minus(time),
        reused,
        blocked.plus(time),
        lookup,
        connect,
        tunnel,
        tls,
        send,
        waiting,
        receive);
  }
}
