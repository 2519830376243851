package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Goes where answers send it, as a browser does, and as far as the limit lets it. */
final class Following {
  /** Fields of the caller that tell another origin nothing it should not know. */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "user-agent",
          "range",
          "if-range",
          "if-modified-since",
          "if-none-match");

  private final Engine engine;
  private final ClientOptions options;
  private final Cookies cookies;
  private final Proofs proofs;
  private final Hsts hsts;
  private final Decoding decoding = new Decoding();
  private final Optional<Caching> caching;

  Following(Engine engine, ClientOptions options, InstantSource clock) {
    this.engine = engine;
    this.options = options;
    this.proofs = new Proofs(options.logins());
    this.cookies = new Cookies(options.jar(), options.conversation());
    this.hsts = new Hsts(clock);
    this.caching =
        options
            .cache()
            .map(folder -> KeptAnswers.in(folder, options, clock))
            .map(kept -> new Caching(kept, options, engine, clock));
  }

  /** Unless it is said otherwise, a compressed answer is asked for and unpacked. */
  Response send(Request first, Deadline deadline) throws IOException, InterruptedException {
    List<Hop> before = new ArrayList<>();
    Request request = overTls(first);
    while (true) {
      Response response = proved(request, before, deadline);
      Optional<Request> next = next(request, response, followed(before));
      if (next.isEmpty()) return response.with(before, response.body());
      response.close();
      before.add(response.last());
      options.conversation().note("goes on to " + next.get().url());
      request = overTls(next.get());
    }
  }

  /**
   * Sends what the caller asks for next, while he is busy with the answer before. Only where all
   * that goes along with it is certain already.
   */
  void ahead(Request next, Deadline deadline) throws IOException {
    if (caching.isPresent() || !cookies.none() || options.logins().knows(next.url())) return;
    if (!hsts.asked(next.url()).scheme().equals(next.url().scheme())) return;
    engine.ahead(Decoding.wanted(next) ? decoding.ask(next) : next, deadline);
  }

  /** Asks, and asks again with a proof where the server wants one and there is one. */
  private Response proved(Request request, List<Hop> before, Deadline deadline)
      throws IOException, InterruptedException {
    Optional<Authentication> proof = proofs.of(request);
    if (proof.isEmpty()) return expecting(request, before, deadline);
    for (int tries = 0; ; tries++) {
      String target = RequestHeads.target(request.url());
      Optional<String> value = proof.get().fieldValue(request.method(), target, request.payload());
      Request asked =
          value.map(v -> request.with("Authorization", v)).orElseGet(() -> patient(request));
      Response response = expecting(asked, before, deadline);
      if (response.cacheUse() != CacheUse.HIT) {
        response.fields().first("Authentication-Info").ifPresent(proof.get()::informed);
      }
      boolean again =
          response.status().code() == 401
              && tries < 2
              && !request.payload().spent()
              && proof.get().refused(response.fields().all("WWW-Authenticate"), value.isPresent());
      if (!again) return response;
      response.close();
      before.add(response.last());
    }
  }

  /**
   * Who is going to be asked for a proof lets the server speak before the body is sent (RFC 9110
   * §10.1.1): in the clear a password is not said unasked, as the server may know a way that does
   * not show it, and so the first answer is likely to be 401.
   */
  private static Request patient(Request request) {
    boolean empty = request.payload().length().orElse(1) == 0;
    return empty || request.fields().has("Expect")
        ? request
        : request.with("Expect", "100-continue");
  }

  /** A server that does not take expectations is asked without (RFC 9110 §15.5.18). */
  private Response expecting(Request request, List<Hop> before, Deadline deadline)
      throws IOException, InterruptedException {
    Response response = one(request, deadline);
    boolean expected = response.last().sent().fields().has("Expect");
    if (response.status().code() != 417 || !expected || request.payload().spent()) return response;
    response.close();
    before.add(response.last());
    options.conversation().note("sends the body without Expect");
    return one(request.with("Expect", ""), deadline);
  }

  private Response one(Request request, Deadline deadline)
      throws IOException, InterruptedException {
    boolean decode = Decoding.wanted(request);
    Request asked = cookies.addTo(decode ? decoding.ask(request) : request);
    Response response =
        caching.isPresent()
            ? caching.get().exchange(asked, each -> overTheWire(each, deadline))
            : overTheWire(asked, deadline);
    return decode ? Decoding.undo(response) : response;
  }

  /** Only what a server says now sets cookies and policies; what was kept did so in its time. */
  private Response overTheWire(Request request, Deadline deadline)
      throws IOException, InterruptedException {
    Response response = engine.exchange(request, deadline);
    cookies.receive(request.url(), response.fields());
    hsts.heard(request.url(), response.fields().first("Strict-Transport-Security"));
    return response;
  }

  /** RFC 6797 §8.3: who said so is asked over TLS only. */
  private Request overTls(Request request) {
    Url url = hsts.asked(request.url());
    if (url.scheme().equals(request.url().scheme())) return request;
    options.conversation().note(url.hostText() + " wants TLS only (HSTS)");
    return request.withUrl(url);
  }

  private static int followed(List<Hop> before) {
    if (before.isEmpty()) return 0;
    return (int) before.stream().filter(hop -> hop.status().isRedirection()).count();
  }

  private Optional<Request> next(Request request, Response response, int followed)
      throws IOException {
    int most = options.limits().redirects();
    if (!response.status().isRedirection() || most == 0) return Optional.empty();
    boolean credentials =
        request.fields().has("Authorization") || options.logins().knows(request.url());
    var decided =
        Redirect.of(
            request.url(),
            request.method(),
            response.status(),
            response.fields(),
            credentials,
            followed,
            most);
    if (decided instanceof Redirect.Follow follow) return Optional.of(go(request, follow));
    if (decided instanceof Redirect.Refuse(String reason)) {
      response.close();
      // The caller names the URL it asked for; one that a server sent us to is news.
      String where = followed > 0 ? Visible.of(request.url().toString()) + ": " : "";
      throw new WireException(where + reason);
    }
    return Optional.empty();
  }

  private static Request go(Request request, Redirect.Follow follow) throws WireException {
    Request next = request.withUrl(follow.url()).withMethod(follow.method());
    if (!follow.sameOrigin()) {
      next = next.withFields(harmless(request.fields())).withEmpty(List.of());
    }
    if (!follow.keepsBody()) return next.withPayload(Payload.NONE).withFields(bodiless(next));
    if (!next.payload().spent()) return next;
    throw new WireException(
        "the body is wanted again at " + follow.url() + ", and it can be read only once");
  }

  private static Fields harmless(Fields fields) {
    return new Fields(
        fields.lines().stream()
            .filter(l -> HARMLESS.contains(l.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  /** What spoke of the body speaks of nothing now. */
  private static Fields bodiless(Request request) {
    return new Fields(
        request.fields().lines().stream()
            .filter(line -> !line.name().toLowerCase(Locale.ROOT).startsWith("content-"))
            .toList());
  }
}
