package dev.tinwire.httpserver;

import dev.tinwire.http.Challenge;
import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Method;
import dev.tinwire.http.Parameter;
import dev.tinwire.http.Parameters;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What stands before a site: asks for the login, if there is one, and puts the user's fields into
 * every answer, refusals too.
 */
record SiteGate(Optional<Login> login, List<FieldLine> fields, Handler site) implements Handler {
  private static final Status UNAUTHORIZED = new Status(401);

  @Override
  public Answer answer(Request request) throws IOException {
    return FieldChoice.in(decide(request), fields);
  }

  private Answer decide(Request request) throws IOException {
    if (login.isEmpty() || admitted(request)) return site.answer(request);
    // A browser asks this before it may send a password at all (Fetch §4.8); what there is here
    // and what not, it need not know for that.
    if (isPreflight(request)) return Answer.of(Status.NO_CONTENT, new Content.None());
    return refusal(request);
  }

  private boolean admitted(Request request) {
    List<String> proofs = request.fields().all("Authorization");
    return proofs.size() == 1 && login.orElseThrow().opens(proofs.getFirst());
  }

  private static boolean isPreflight(Request request) {
    return request.method().equals(Method.OPTIONS)
        && request.fields().has("Access-Control-Request-Method");
  }

  private static Answer refusal(Request request) {
    // RFC 7617 §2.1: so that browsers send UTF-8, as we read it.
    var challenge =
        new Challenge(
            "Basic",
            Optional.empty(),
            new Parameters(
                List.of(new Parameter("realm", "tinwire"), new Parameter("charset", "UTF-8"))));
    return ErrorPage.of(UNAUTHORIZED, request.fields())
        .with("WWW-Authenticate", challenge.toString());
  }
}
