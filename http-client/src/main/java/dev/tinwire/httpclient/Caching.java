package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A private cache between who asks and the wire (RFC 9111): does what {@link CacheDecision}
 * decides, keeps what {@link Cacheability} allows, and says what it did. A folder that fails is no
 * reason not to get an answer.
 */
final class Caching {
  /** Asks a server. */
  @FunctionalInterface
  interface Wire {
    Response ask(Request request) throws IOException, InterruptedException;
  }

  private static final Status TIMEOUT = new Status(504);

  private final KeptAnswers kept;
  private final Engine engine;
  private final ClientLimits limits;
  private final Conversation conversation;
  private final InstantSource clock;

  Caching(KeptAnswers kept, ClientOptions options, Engine engine, InstantSource clock) {
    this.kept = kept;
    this.engine = engine;
    this.limits = options.limits();
    this.conversation = options.conversation();
    this.clock = clock;
  }

  Response exchange(Request request, Wire wire) throws IOException, InterruptedException {
    List<CacheStore.Entry> here = kept.find(request.url().withoutCredentials());
    var decided =
        CacheDecision.of(
            request.method(),
            request.fields(),
            here.stream().map(CacheStore.Entry::stored).toList(),
            clock.instant());
    return switch (decided) {
      case CacheDecision.Ask() -> asked(request, wire);
      case CacheDecision.NotHere() -> {
        note("it has no answer, and only-if-cached forbids to ask");
        yield here(request, TIMEOUT, Fields.NONE, InputStream.nullInputStream(), CacheUse.HIT);
      }
      case CacheDecision.Serve(Stored stored, Duration age) ->
          served(request, wire, entry(here, stored), age);
      case CacheDecision.Validate(Stored stored, Fields conditions) ->
          validated(request, wire, entry(here, stored), conditions);
    };
  }

  private static CacheStore.Entry entry(List<CacheStore.Entry> here, Stored stored) {
    return here.stream().filter(entry -> entry.stored().equals(stored)).findFirst().orElseThrow();
  }

  private Response served(Request request, Wire wire, CacheStore.Entry entry, Duration age)
      throws IOException, InterruptedException {
    Optional<InputStream> body = kept.open(entry);
    if (body.isEmpty()) return asked(request, wire);
    Stored stored = entry.stored();
    Freshness freshness = Freshness.of(stored, clock.instant());
    note(
        freshness.isFresh()
            ? "answered from here, "
                + seconds(age)
                + " old and good for another "
                + seconds(freshness.lifetime().minus(age))
            : "answered from here, stale for "
                + seconds(freshness.staleness())
                + " as max-stale allows");
    return here(request, stored.status(), aged(stored, age), body.get(), CacheUse.HIT);
  }

  /** RFC 9111 §5.1: who answers without asking says how old the answer is. */
  private static Fields aged(Stored stored, Duration age) {
    return stored.fields().without("Age").and("Age", Long.toString(age.toSeconds()));
  }

  /** The body is opened before the server is asked: it may be swept away meanwhile. */
  private Response validated(Request request, Wire wire, CacheStore.Entry entry, Fields conditions)
      throws IOException, InterruptedException {
    Optional<InputStream> body = kept.open(entry);
    if (body.isEmpty()) return asked(request, wire);
    Stored stored = entry.stored();
    note("asks whether what is here is still good (" + names(conditions) + ")");
    Request conditional = request;
    for (FieldLine line : conditions.lines()) {
      conditional = conditional.with(line.name(), line.value());
    }
    Instant requested = clock.instant();
    try {
      Response answer = wire.ask(conditional);
      if (answer.status().code() == 304) {
        return confirmed(request, wire, entry, answer, requested, body.get());
      }
      if (!isFailure(answer.status()) || !mayStandIn(stored, request)) {
        body.get().close();
        note("it is not: the server answers " + answer.status());
        return kept.keep(request, answer, requested);
      }
      answer.close();
      return stale(request, stored, body.get(), answer.status().toString());
    } catch (IOException | InterruptedException e) {
      if (e instanceof WireException && mayStandIn(stored, request)) {
        return stale(request, stored, body.get(), String.valueOf(e.getMessage()));
      }
      body.get().close();
      throw e;
    }
  }

  private static boolean isFailure(Status status) {
    return status.code() >= 500 && status.code() <= 504;
  }

  private boolean mayStandIn(Stored stored, Request request) {
    return CacheDecision.mayServeAfterError(stored, request.fields(), clock.instant());
  }

  private Response stale(Request request, Stored stored, InputStream body, String why)
      throws IOException {
    note("the server failed (" + why + "), so what is here stands in (stale-if-error)");
    Duration age = Freshness.of(stored, clock.instant()).age();
    return here(request, stored.status(), aged(stored, age), body, CacheUse.STALE);
  }

  private Response confirmed(
      Request request,
      Wire wire,
      CacheStore.Entry entry,
      Response answer,
      Instant requested,
      InputStream body)
      throws IOException, InterruptedException {
    answer.close();
    if (!CacheDecision.confirms(entry.stored(), answer.fields())) {
      note("the server spoke of another version, so it is asked for the whole");
      Response whole = asked(request, wire);
      body.close(); // not before: if asking fails, what is here may have to stand in
      return whole;
    }
    Stored fresh = entry.stored().freshened(answer.fields(), requested, clock.instant());
    kept.update(entry, fresh);
    note("it is still good");
    Hop hop = answer.last().answered(head(fresh.status(), fresh.fields()), false);
    return Response.kept(hop, suited(request, body), CacheUse.VALIDATED, limits.bodyInMemory());
  }

  private Response asked(Request request, Wire wire) throws IOException, InterruptedException {
    Instant requested = clock.instant();
    return kept.keep(request, wire.ask(request), requested);
  }

  private Response here(
      Request request, Status status, Fields fields, InputStream body, CacheUse use)
      throws IOException {
    Hop hop = Hop.unsent(request, engine.head(request), head(status, fields), clock.instant());
    return Response.kept(hop, suited(request, body), use, limits.bodyInMemory());
  }

  private static ResponseHead head(Status status, Fields fields) {
    return new ResponseHead(new StatusLine(HttpVersion.HTTP_1_1, status, status.reason()), fields);
  }

  /** HEAD is answered by what is kept of a GET, its body left out. */
  private static InputStream suited(Request request, InputStream body) throws IOException {
    if (!request.method().equals(Method.HEAD)) return body;
    body.close();
    return new ByteArrayInputStream(new byte[0]);
  }

  private static String names(Fields fields) {
    return String.join(", ", fields.lines().stream().map(FieldLine::name).toList());
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  private void note(String what) {
    conversation.note("cache: " + Visible.of(what));
  }
}
