package dev.tinwire.httpclient;

import dev.tinwire.http.RequestHead;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request to one origin and nothing around it: takes a connection, sends, reads the head, hands
 * over the body. A request whose connection died while it lay idle is sent once more, if sending it
 * twice does no harm (RFC 9110 §9.2.2, RFC 9112 §9.3.1).
 */
final class Engine implements Closeable {
  private final ClientOptions options;
  private final Links links;
  private final Pool pool;
  private final Narrator narrator;
  private final Asking asking;
  private final LongSupplier nanoTime;

  Engine(ClientOptions options, LongSupplier nanoTime) {
    this.options = options;
    this.links = new Links(options, nanoTime);
    this.pool = new Pool(links, options.limits(), nanoTime);
    this.narrator = new Narrator(options.conversation());
    this.asking = new Asking(pool, options.limits(), narrator, nanoTime);
    this.nanoTime = nanoTime;
  }

  Response exchange(Request request, Deadline deadline) throws IOException, InterruptedException {
    Url url = request.url();
    if (!url.isHttp()) {
      throw new WireException("only http: and https: can be fetched, not " + Visible.of(url + ""));
    }
    Route route = route(url);
    boolean repeatable = request.method().isIdempotent() && request.payload().repeatable();
    boolean last = false; // a connection that is known to live, or a new one
    Asking.@Nullable Asked early = asking.asked(request);
    while (true) {
      var taken = early != null ? early.taken() : asking.take(route, last || !repeatable, deadline);
      boolean reused = taken.reused();
      boolean again = reused && repeatable && !last;
      try {
        var asked = early != null ? early : asking.send(request, taken, deadline);
        Response response = answer(asked, deadline);
        if (!again || response.status().code() != 408) return response;
        response.close(); // said to an idle connection, not to us (RFC 9110 §15.5.9)
        last = true;
      } catch (Unanswered e) {
        if (!(reused && repeatable)) throw finalWord(e, reused, request);
        narrator.note("the kept connection was dead; trying another");
      }
      early = null;
    }
  }

  /** Sends what is asked for next; see {@link Asking#ahead}. */
  void ahead(Request request, Deadline deadline) throws IOException {
    if (request.url().isHttp()) asking.ahead(request, route(request.url()), deadline);
  }

  /** The head as it would go out, where nothing is sent because the answer is here already. */
  RequestHead head(Request request) throws IOException {
    Url url = request.url();
    return RequestHeads.of(request, route(url));
  }

  /** Where a route was found to lead. */
  private record Known(boolean secure, @Nullable UrlHost host, int port, Route route) {
    @SuppressWarnings("ReferenceEquality") // mostly neighbours, which have the object in common
    boolean isOf(Url url, int dialled) {
      if (port != dialled || secure != url.isSecure()) return false;
      return host == url.host().orElse(null) || String.valueOf(host).equals(url.hostText());
    }
  }

  /** The one found last: most runs go to one place. */
  private volatile @Nullable Known known;

  private Route route(Url url) throws Malformed {
    int port = url.dialledPort().orElseThrow();
    Known last = known;
    if (last != null && last.isOf(url, port)) return last.route;
    Route route = links.route(url.isSecure(), Endpoints.of(url));
    known = new Known(url.isSecure(), url.host().orElse(null), port, route);
    return route;
  }

  private static WireException finalWord(Unanswered e, boolean reused, Request request) {
    if (!reused) return e;
    return new WireException(
        e.getMessage()
            + "; whether it was done is unknown, and "
            + request.method()
            + " is not sent twice",
        e);
  }

  private Response answer(Asking.Asked asked, Deadline deadline) throws IOException {
    Link link = asked.taken().link();
    try {
      var trip = new Roundtrip(link, options.limits(), deadline, narrator, nanoTime);
      var answer = trip.receive(asked.head(), asked.sent());
      var body = new ReceivedBody(answer, link, pool, options.limits(), deadline, nanoTime);
      return Response.received(hop(asked, answer), body, options.limits().bodyInMemory());
    } catch (Throwable e) {
      pool.abort(link);
      throw e;
    }
  }

  private static Hop hop(Asking.Asked asked, Roundtrip.Answer answer) {
    Link link = asked.taken().link();
    return new Hop(
        asked.request(),
        asked.head(),
        answer.head(),
        timings(asked.taken(), answer),
        answer.requestBytes(),
        link.number(),
        link.route().unixSocket().isPresent()
            ? Optional.empty()
            : Optional.of((InetSocketAddress) link.connection().raw().getRemoteSocketAddress()),
        link.tlsReport(),
        false);
  }

  private static Timings timings(Asking.Taken taken, Roundtrip.Answer answer) {
    Link.Opening o = taken.link().opening();
    Duration zero = Duration.ZERO;
    boolean reused = taken.reused();
    Duration opening = reused ? zero : o.lookup().plus(o.connect()).plus(o.tunnel()).plus(o.tls());
    Duration blocked = taken.took().minus(opening);
    return new Timings(
        taken.at(),
        reused,
        blocked.isNegative() ? zero : blocked,
        reused ? zero : o.lookup(),
        reused ? zero : o.connect(),
        reused ? zero : o.tunnel(),
        reused ? zero : o.tls(),
        answer.sent(),
        answer.waited(),
        zero);
  }

  /** Ends the connections that wait for another request. */
  @Override
  public void close() {
    asking.close();
    pool.close();
  }
}
