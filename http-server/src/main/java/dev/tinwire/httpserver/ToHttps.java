package dev.tinwire.httpserver;

import dev.tinwire.http.HostField;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.util.Optional;

/** Answers whoever speaks plain HTTP where TLS is spoken: the same place, by https. */
final class ToHttps implements Handler {
  private static final Status PERMANENT_REDIRECT = new Status(308); // keeps method and body

  @Override
  public Answer answer(Request request) throws IOException {
    Optional<HostField> authority = request.head().authority().filter(a -> !a.host().isEmpty());
    String sentence = "only https is spoken here";
    if (authority.isEmpty()) return Refusal.of(Status.BAD_REQUEST, sentence);
    return Refusal.of(PERMANENT_REDIRECT, sentence)
        .with("Location", "https://" + authority.get() + path(request.target()));
  }

  private static String path(RequestTarget target) {
    return switch (target) {
      case RequestTarget.OriginForm origin -> origin.toString();
      case RequestTarget.AbsoluteForm(_, _, var path, var query) ->
          path + query.map(q -> "?" + q).orElse("");
      case RequestTarget.AsteriskForm _, RequestTarget.AuthorityForm _ -> "/";
    };
  }
}
