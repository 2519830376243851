package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be kept, and what an answer makes void (RFC 9111 §3, §4.4). Pure. */
final class Cacheability {
  private Cacheability() {}

  /** Whether a whole answer to this request may be kept by a cache that serves one person. */
  static boolean mayStore(Method method, Fields request, Status status, Fields answer) {
    if (!method.equals(Method.GET) || status.isInformational()) return false;
    // Parts are the business of downloads, and a 304 has no body.
    if (status.code() == 206 || status.code() == 304 || request.has("Range")) return false;
    // What asks who we are is for the moment; the next try says it (a 401 with max-age does occur).
    if (status.code() == 401 || status.code() == 407) return false;
    CacheControl said = CacheControl.of(answer);
    if (request.has("Authorization") && !isForEveryLogin(said)) return false;
    boolean understood = said.has("must-understand") && !status.reason().isEmpty();
    if (CacheControl.of(request).has("no-store")) return false;
    if (said.has("no-store") && !understood) return false;
    if (answer.list("Vary").contains("*")) return false;
    return said.has("max-age")
        || said.has("public")
        || said.has("private")
        || answer.has("Expires")
        || isHeuristic(status);
  }

  /**
   * One folder may serve runs with different logins, so what is asked for with one is kept only
   * where a cache of many people might keep it (§3.5).
   */
  private static boolean isForEveryLogin(CacheControl said) {
    return said.has("public") || said.has("must-revalidate") || said.has("s-maxage");
  }

  /** RFC 9110 §15.1: good for a while though nobody said so. */
  static boolean isHeuristic(Status status) {
    return switch (status.code()) {
      case 200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501 -> true;
      default -> false;
    };
  }

  /**
   * What is void after a method that may have changed it was answered without an error (§4.4): the
   * target, and where the answer points, but only at the same origin.
   */
  static List<Url> invalidated(Method method, Url url, Status status, Fields answer) {
    if (method.isSafe() || status.isClientError() || status.isServerError()) return List.of();
    var urls = new ArrayList<Url>();
    urls.add(url.withoutFragment());
    for (String name : List.of("Location", "Content-Location")) {
      Optional<Url> other = answer.first(name).flatMap(reference -> resolved(url, reference));
      other
          .filter(there -> there.origin().isSameAs(url.origin()))
          .ifPresent(there -> urls.add(there.withoutFragment()));
    }
    return urls;
  }

  private static Optional<Url> resolved(Url base, String reference) {
    try {
      return Optional.of(base.resolve(Octets.decoded(reference)));
    } catch (Malformed _) {
      return Optional.empty();
    }
  }
}
