package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.wire.WireException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Proves to each origin, and to it alone, who one is: one {@link Authentication} for each. */
final class Proofs {
  private final Logins logins;
  private final Map<String, Authentication> known = new HashMap<>();

  Proofs(Logins logins) {
    this.logins = logins;
  }

  /** Empty where nobody gave a login for the origin, or the caller says himself who he is. */
  synchronized Optional<Authentication> of(Request request) throws WireException {
    if (request.fields().has("Authorization")) return Optional.empty();
    Url url = request.url();
    Optional<Basic> login = logins.forUrl(url);
    if (login.isEmpty()) return Optional.empty();
    String key = url.origin() + " " + url.username();
    return Optional.of(known.computeIfAbsent(key, _ -> authentication(url, login.get())));
  }

  /** Over TLS the plain form goes out unasked; in the clear only to a server that wants it. */
  private static Authentication authentication(Url url, Basic login) {
    return new Authentication(login, url.isSecure(), new SecureRandom());
  }
}
