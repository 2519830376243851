package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets the scripts of other sites read the answers (Fetch Standard §3.3), or do what the pages of
 * this one may ({@link Friends}). To stand before all that asks who somebody is, for a browser asks
 * beforehand without saying so (§3.3.2). A cookie is never let through: where a login is asked for,
 * a script has to send it in so many words.
 *
 * @param methods that friends may use
 */
record Cors(Handler inner, Friends friends, String methods) implements InstantHandler {
  @Override
  public Answer answer(Request request) throws IOException {
    if (asksBeforehand(request)) return permission(request);
    return allowed(inner.answer(request), request);
  }

  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    if (asksBeforehand(request)) return Optional.empty();
    return InstantHandler.ask(inner, request)
        .map(known -> known.map(answer -> allowed(answer, request)));
  }

  private Answer allowed(Answer answer, Request request) {
    return open(answer, request)
        .with("Access-Control-Expose-Headers", "*"); // ETag, Content-Range and all
  }

  private Answer open(Answer answer, Request request) {
    if (friends.all()) return answer.with("Access-Control-Allow-Origin", "*");
    Answer varied = answer.with("Vary", "Origin");
    return friends
        .of(request)
        .map(origin -> varied.with("Access-Control-Allow-Origin", origin))
        .orElse(varied);
  }

  private static boolean asksBeforehand(Request request) {
    Fields fields = request.fields();
    return request.method().equals(Method.OPTIONS)
        && fields.has("Origin")
        && fields.has("Access-Control-Request-Method");
  }

  private Answer permission(Request request) {
    Answer answer = open(Answer.of(Status.NO_CONTENT, new Content.None()), request);
    return answer
        .with(
            "Access-Control-Allow-Methods",
            friends.of(request).isPresent() ? methods : MethodRule.ALLOW)
        // A star does not stand for this one (§3.3.3).
        .with("Access-Control-Allow-Headers", "*, Authorization")
        .with("Access-Control-Max-Age", "600");
  }
}
