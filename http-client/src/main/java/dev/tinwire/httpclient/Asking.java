package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.wire.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The first half of an exchange: a connection is taken and the request sent. Who knows what is
 * asked next may have it sent while he is still busy with the answer before ({@link #ahead}); then
 * the server works at the same time.
 */
final class Asking implements Closeable {
  /** A connection for an exchange, and how it was come by. */
  record Taken(Link link, Instant at, boolean reused, Duration took) {}

  /** A request that is on its way. */
  record Asked(Request request, Taken taken, RequestHead head, Roundtrip.Sent sent) {
    @SuppressWarnings("ReferenceEquality") // who asks ahead asks for the same objects afterwards
    boolean isFor(Request other) {
      return request.url() == other.url()
          && request.fields() == other.fields()
          && request.empty() == other.empty()
          && request.payload() == other.payload()
          && request.method().equals(other.method());
    }
  }

  private final Pool pool;
  private final ClientLimits limits;
  private final Narrator narrator;
  private final LongSupplier nanoTime;
  private final HeadMaker heads = new HeadMaker();
  private final AtomicReference<@Nullable Asked> early = new AtomicReference<>();

  Asking(Pool pool, ClientLimits limits, Narrator narrator, LongSupplier nanoTime) {
    this.pool = pool;
    this.limits = limits;
    this.narrator = narrator;
    this.nanoTime = nanoTime;
  }

  /**
   * A connection to send over.
   *
   * @param careful none that may be dead
   */
  Taken take(Route route, boolean careful, Deadline deadline)
      throws IOException, InterruptedException {
    Instant began = Instant.now();
    long start = nanoTime.getAsLong();
    Link link = pool.take(route, careful, deadline);
    return new Taken(link, began, link.used(), Duration.ofNanos(nanoTime.getAsLong() - start));
  }

  /** Sends a request; if that fails, the connection is gone. */
  Asked send(Request request, Taken taken, Deadline deadline) throws IOException {
    Link link = taken.link();
    try {
      RequestHead head = heads.of(request, link.route());
      var trip = new Roundtrip(link, limits, deadline, narrator, nanoTime);
      return new Asked(request, taken, head, trip.send(head, request.payload()));
    } catch (Throwable e) {
      pool.abort(link);
      throw e;
    }
  }

  /** What was sent ahead, if it is this; anything else will not be asked for any more. */
  @Nullable Asked asked(Request request) {
    if (early.get() == null) return null;
    Asked asked = early.getAndSet(null);
    if (asked == null || asked.isFor(request)) return asked;
    pool.abort(asked.taken().link());
    return null;
  }

  /**
   * Sends what is going to be asked for next, if that does no harm, should nobody ask after all,
   * and a connection waits for it.
   */
  void ahead(Request request, Route route, Deadline deadline) throws IOException {
    close();
    if (!isHarmless(request)) return;
    Optional<Link> idle = pool.takeIdle(route);
    if (idle.isEmpty()) return;
    var taken = new Taken(idle.get(), Instant.now(), true, Duration.ZERO);
    early.set(send(request, taken, deadline));
  }

  /** Neither changes anything (RFC 9110 §9.2.1), nor is half a dialogue of its own. */
  private static boolean isHarmless(Request request) {
    boolean reads = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
    return reads && request.payload().equals(Payload.NONE) && !request.fields().has("Expect");
  }

  /** Gives up what was sent ahead: its answer is nobody's. */
  @Override
  public void close() {
    if (early.get() == null) return;
    Asked asked = early.getAndSet(null);
    if (asked != null) pool.abort(asked.taken().link());
  }
}
