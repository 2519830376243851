package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets the scripts of all other sites read the answers (Fetch Standard §3.3). To stand before all
 * that asks who somebody is, for a browser asks beforehand without saying so (§3.3.2); and with a
 * star it never sends what it knows of a person.
 */
record Cors(Handler inner, String methods) implements InstantHandler {
  @Override
  public Answer answer(Request request) throws IOException {
    if (asksBeforehand(request)) return permission();
    return allowed(inner.answer(request));
  }

  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    if (asksBeforehand(request)) return Optional.empty();
    return InstantHandler.ask(inner, request).map(known -> known.map(Cors::allowed));
  }

  private static Answer allowed(Answer answer) {
    return answer
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", "*"); // ETag, Content-Range and all
  }

  private static boolean asksBeforehand(Request request) {
    Fields fields = request.fields();
    return request.method().equals(Method.OPTIONS)
        && fields.has("Origin")
        && fields.has("Access-Control-Request-Method");
  }

  private Answer permission() {
    return Answer.of(Status.NO_CONTENT, new Content.None())
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Allow-Methods", methods)
        // A star does not stand for this one (§3.3.3).
        .with("Access-Control-Allow-Headers", "*, Authorization")
        .with("Access-Control-Max-Age", "600");
  }
}
