package dev.tinwire.httpclient;

import dev.tinwire.http.Limits;
import dev.tinwire.wire.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What the client takes at most, and how long it waits. Public because callers of the library
 * choose them and {@code --help} shows them.
 *
 * @param frame lines, fields and heads of an answer
 * @param interim how many 1xx may come before the answer
 * @param bodyInMemory bytes of a body that somebody wants as a whole, decoded
 * @param redirects how many are followed for one request
 * @param perOrigin connections to one origin at once
 * @param connect to find, reach and shake hands with a server
 * @param total for a whole exchange with its redirects; empty for as long as it moves
 * @param stall without {@link #STALL_BYTES} of the body, or without the head of the answer; empty
 *     to wait for ever
 * @param cacheBytes of all kept answers together; one of them may have an eighth of it
 * @param idle how long a connection is kept for another request
 */
public record ClientLimits(
    Limits frame,
    int interim,
    long bodyInMemory,
    int redirects,
    int perOrigin,
    Duration connect,
    Optional<Duration> total,
    Optional<Duration> stall,
    long cacheBytes,
    Duration idle) {
  /** A peer that sends less within the time for stalls is as good as silent. */
  public static final int STALL_BYTES = 1024;

  public static final ClientLimits DEFAULT =
      new ClientLimits(
          Limits.CLIENT,
          32,
          64L << 20,
          20,
          6,
          Duration.ofSeconds(30),
          Optional.empty(),
          Optional.of(Duration.ofSeconds(60)),
          256L << 20,
          Duration.ofSeconds(30));

  public ClientLimits withTotal(Duration time) {
    return new ClientLimits(
        frame,
        interim,
        bodyInMemory,
        redirects,
        perOrigin,
        connect,
        Optional.of(time),
        stall,
        cacheBytes,
        idle);
  }

  public ClientLimits withStall(Optional<Duration> time) {
    return new ClientLimits(
        frame, interim, bodyInMemory, redirects, perOrigin, connect, total, time, cacheBytes, idle);
  }

  public ClientLimits withConnect(Duration time) {
    return new ClientLimits(
        frame, interim, bodyInMemory, redirects, perOrigin, time, total, stall, cacheBytes, idle);
  }

  public ClientLimits withRedirects(int most) {
    return new ClientLimits(
        frame, interim, bodyInMemory, most, perOrigin, connect, total, stall, cacheBytes, idle);
  }

  /** The end of an exchange that begins now. */
  Deadline deadline(LongSupplier nanoTime) {
    return total.isEmpty() ? Deadline.never() : Deadline.in(total.get(), nanoTime);
  }

  /** The end of a step during which the peer owes us something. */
  Deadline step(Deadline whole) {
    return stall.isEmpty() ? whole : whole.orSooner(stall.get());
  }
}
