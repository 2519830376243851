package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where a person logs in and out with a browser. Only what a page of ours sends counts, so that
 * nobody is logged in or out by a page of somebody else's.
 */
record LoginDesk(Doorkeeper doorkeeper, Tickets tickets) {
  static final String LOGIN = "/-/login";
  static final String LOGOUT = "/-/logout";

  private static final Status SEE_OTHER = new Status(303);
  private static final Status FORBIDDEN = new Status(403);
  private static final Status UNSUPPORTED = new Status(415);
  private static final Status TOO_MANY_REQUESTS = new Status(429);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final List<Method> ASK = List.of(Method.GET, Method.HEAD, Method.POST);
  private static final List<Method> SEND = List.of(Method.POST);

  /** A name, a password, and where to go. */
  private static final int MOST_BYTES = 16 * 1024;

  static boolean isAt(String path) {
    return path.equals(LOGIN) || path.equals(LOGOUT);
  }

  Answer answer(String path, Request request) throws IOException {
    boolean in = path.equals(LOGIN);
    Optional<Answer> refused = Refusal.ofMethod(request.method(), in ? ASK : SEND);
    if (refused.isPresent()) return refused.get();
    if (!request.method().equals(Method.POST)) return page(request);
    if (!SameOrigin.allows(request)) {
      return Refusal.of(FORBIDDEN, "this was sent by a page of another site", request.fields());
    }
    return in ? logIn(request) : logOut(request);
  }

  private Answer page(Request request) {
    Optional<Account> who = tickets.holder(LoginCookie.tokens(request), doorkeeper::find);
    if (who.isPresent()) return LoginPage.known(who.get().user());
    String to = Target.value(request.target(), "to").map(WayBack::decoded).orElse("/");
    return LoginPage.answer(Status.OK, to, Optional.empty());
  }

  private Answer logIn(Request request) throws IOException {
    if (!isForm(request)) return Refusal.of(UNSUPPORTED, "a login is sent by the form on its page");
    byte[] body = LimitedBody.of(request, MOST_BYTES).readAllBytes();
    FormData form;
    try {
      form = FormData.parse(new String(body, StandardCharsets.ISO_8859_1));
    } catch (Malformed _) {
      return Refusal.of(new Status(400), "this is no form that can be read");
    }
    String to = form.value("to").orElse("/");
    return switch (verdict(form, request)) {
      case Recognition.Known(var account) ->
          goTo(WayBack.of(to)).with("Set-Cookie", LoginCookie.set(request, tickets.issue(account)));
      case Recognition.Wrong() ->
          again(Gate.UNAUTHORIZED, to, "This name and password are not known.");
      case Recognition.TooSoon(var left) ->
          again(TOO_MANY_REQUESTS, to, "Too many tries. Please wait " + seconds(left) + " s.")
              .with("Retry-After", seconds(left));
      case Recognition.Busy() ->
          again(Refusal.SERVICE_UNAVAILABLE, to, "Too many people try at once. Please try again.")
              .with("Retry-After", "1");
    };
  }

  private Recognition verdict(FormData form, Request request) {
    String user = form.value("user").orElse("").strip();
    try (var password = Secret.of(form.value("password").orElse(""))) {
      return doorkeeper.look(new Basic(user, password), request.client().getAddress());
    } catch (IllegalArgumentException _) {
      return new Recognition.Wrong(); // nobody can have such a name
    }
  }

  private static boolean isForm(Request request) {
    try {
      String type = request.fields().first("Content-Type").orElse("");
      return MediaType.parse(type).is(FORM);
    } catch (Malformed _) {
      return false;
    }
  }

  private static Answer again(Status status, String to, String words) {
    Answer page = LoginPage.answer(status, to, Optional.of(words));
    boolean asks = status.equals(Gate.UNAUTHORIZED);
    return asks ? page.with("WWW-Authenticate", Gate.COOKIE) : page;
  }

  private Answer logOut(Request request) {
    tickets.end(LoginCookie.tokens(request));
    return goTo("/").with("Set-Cookie", LoginCookie.remove(request));
  }

  private static Answer goTo(String path) {
    return Answer.of(SEE_OTHER, Content.of(""))
        .with("Location", path)
        .with("Cache-Control", "no-store");
  }

  /** Rounded up, for a wait of half a second is one still. */
  static String seconds(Duration left) {
    return Long.toString(left.plusMillis(999).toSeconds());
  }
}
