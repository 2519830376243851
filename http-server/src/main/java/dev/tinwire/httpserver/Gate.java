package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Challenge;
import dev.tinwire.http.Credentials;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks who somebody is before anything is answered, or before anything is changed. Programs prove
 * it with each request (RFC 7617); browsers get a page for it, and then a cookie. Holds for every
 * path: what is well known is known to those who may ask.
 *
 * @param readingIsOpen whether only who writes is asked
 */
record Gate(
    Handler inner,
    Doorkeeper doorkeeper,
    Tickets tickets,
    boolean readingIsOpen,
    RefusalPage refusal)
    implements Handler {
  static final Status UNAUTHORIZED = new Status(401);
  private static final Status FORBIDDEN = new Status(403);
  private static final Status TOO_MANY_REQUESTS = new Status(429);

  /** UTF-8, and said so (RFC 7617 §2.1). */
  private static final String BASIC =
      Challenge.withRealm("Basic", "tinwire") + ", charset=\"UTF-8\"";

  /**
   * A 401 must have a challenge (RFC 9110 §15.5.2), and a browser shows its box for those it knows.
   * The name is that of an expired draft (draft-broyer-http-cookie-auth), which no browser knows.
   */
  static final String COOKIE =
      Challenge.withRealm("Cookie", "tinwire") + ", form-action=\"" + LoginDesk.LOGIN + "\"";

  private static final List<Form> FORMS = List.of(Form.TEXT, Form.HTML);

  /** Who sent a request, or what to answer instead of it. */
  private sealed interface Caller {
    record Stranger() implements Caller {}

    record Known(Account account, boolean byCookie) implements Caller {}

    record Refused(Answer answer) implements Caller {}
  }

  @Override
  public Answer answer(Request request) throws IOException {
    String path = Target.path(request.target()).map(SitePath::toString).orElse("");
    if (LoginDesk.isAt(path)) return new LoginDesk(doorkeeper, tickets).answer(path, request);
    return switch (caller(request)) {
      case Caller.Refused(var answer) -> answer;
      case Caller.Stranger() -> stranger(request);
      case Caller.Known(var account, boolean byCookie) -> known(request, account, byCookie);
    };
  }

  private Answer stranger(Request request) throws IOException {
    if (!readingIsOpen || !request.method().isSafe()) return challenge(request);
    return inner.answer(request.from(new Visitor(Optional.empty(), false, true, false)));
  }

  private Answer known(Request request, Account account, boolean byCookie) throws IOException {
    boolean changes = !request.method().isSafe();
    if (changes && !account.writes()) return refusal.of(FORBIDDEN, request.fields());
    // A cookie is sent by the browser, whoever made it; a script of another port among them.
    if (changes && byCookie && !SameOrigin.allows(request)) {
      return refusal.of(FORBIDDEN, request.fields());
    }
    var name = Optional.of(account.user());
    boolean couldMore = !account.writes();
    return inner.answer(request.from(new Visitor(name, account.writes(), couldMore, byCookie)));
  }

  private Caller caller(Request request) {
    Optional<Basic> given = given(request.fields().all("Authorization"));
    if (given.isPresent()) {
      return switch (doorkeeper.look(given.get(), request.client().getAddress())) {
        case Recognition.Known(var account) -> new Caller.Known(account, false);
        case Recognition.Wrong() -> new Caller.Refused(challenge(request));
        case Recognition.TooSoon(var left) -> new Caller.Refused(wait(request, left));
        case Recognition.Busy() -> new Caller.Refused(busy(request));
      };
    }
    return tickets
        .holder(LoginCookie.tokens(request), doorkeeper::find)
        .<Caller>map(account -> new Caller.Known(account, true))
        .orElseGet(Caller.Stranger::new);
  }

  /** What cannot be read proves nothing, and is no try either. */
  private static Optional<Basic> given(List<String> lines) {
    if (lines.size() != 1) return Optional.empty();
    try {
      return Credentials.parse(lines.getFirst()) instanceof Basic basic
          ? Optional.of(basic)
          : Optional.empty();
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  /** To who goes to a page with a browser, the page for it; to scripts in it, no box either. */
  private Answer challenge(Request request) {
    if (!BrowserSigns.asks(request.fields())) {
      return refusal.of(UNAUTHORIZED, request.fields()).with("WWW-Authenticate", BASIC);
    }
    boolean reading = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
    boolean page = reading && Form.wanted(request.fields(), FORMS) == Form.HTML;
    Answer answer =
        page
            ? LoginPage.answer(UNAUTHORIZED, request.target().toString(), Optional.empty())
            : refusal.of(UNAUTHORIZED, request.fields());
    return answer.with("WWW-Authenticate", COOKIE);
  }

  private Answer wait(Request request, Duration left) {
    return refusal
        .of(TOO_MANY_REQUESTS, request.fields())
        .with("Retry-After", LoginDesk.seconds(left));
  }

  private Answer busy(Request request) {
    return refusal.of(Refusal.SERVICE_UNAVAILABLE, request.fields()).with("Retry-After", "1");
  }
}
