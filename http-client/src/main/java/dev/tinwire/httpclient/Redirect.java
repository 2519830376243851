package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Optional;

/** What to do about a 3xx (RFC 9110 §15.4, the Fetch Standard's "HTTP-redirect fetch"). Pure. */
public sealed interface Redirect {
  /** It is the answer: no redirect, or one that leads nowhere by itself (300, 304, 305). */
  record Stay() implements Redirect {}

  /**
   * Ask there instead.
   *
   * @param url with the fragment of the old one if the new one has none (RFC 9110 §10.2.2)
   * @param method GET where the rules say so; the body is dropped with it
   * @param keepsBody whether the body goes along; its fields (Content-*) do so with it
   * @param sameOrigin whether credentials and fields the user gave go along
   */
  record Follow(Url url, Method method, boolean keepsBody, boolean sameOrigin)
      implements Redirect {}

  /** It would be wrong to follow; a sentence for the user says why. */
  record Refuse(String reason) implements Redirect {}

  /** As many as browsers follow (Fetch Standard §4.4). */
  int MOST = 20;

  /**
   * Decides.
   *
   * @param from the URL that answered
   * @param carriesCredentials whether the user gave credentials for it, in whatever way
   * @param followed how many were followed before
   * @param most how many may be followed
   */
  static Redirect of(
      Url from,
      Method method,
      Status status,
      Fields fields,
      boolean carriesCredentials,
      int followed,
      int most) {
    if (!isFollowed(status)) return new Stay();
    List<String> locations = fields.all("Location");
    if (locations.isEmpty()) return new Stay(); // then the body says what to do (§15.4)
    if (locations.stream().distinct().count() > 1) {
      return new Refuse("the redirect has several locations");
    }
    if (followed >= most) return new Refuse("more than " + most + " redirects");
    return to(from, method, status, locations.getFirst(), carriesCredentials);
  }

  private static boolean isFollowed(Status status) {
    return switch (status.code()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private static Redirect to(
      Url from, Method method, Status status, String location, boolean carriesCredentials) {
    Url url;
    try {
      url = from.resolve(Octets.decoded(location));
    } catch (Malformed e) {
      return new Refuse("the redirect leads nowhere: " + e.getMessage());
    }
    if (!url.isHttp())
      return new Refuse("the redirect leads to " + url.scheme() + ":, not to HTTP");
    boolean sameOrigin = url.origin().isSameAs(from.origin());
    // Credentials in a Location are the server's idea, not the user's; a fetch refuses them across
    // origins, and at home they would replace the user's.
    if (url.hasCredentials() && !sameOrigin) {
      return new Refuse("the redirect leads to another origin with credentials in its URL");
    }
    if (carriesCredentials && from.isSecure() && !url.isSecure()) {
      return new Refuse("the redirect leads from https to http, and there are credentials");
    }
    if (url.fragment().isEmpty()) url = url.withFragment(from.fragment());
    Optional<Method> changed = changed(method, status);
    return new Follow(url, changed.orElse(method), changed.isEmpty(), sameOrigin);
  }

  /** 303 always asks with GET; 301 and 302 do after a POST, for browsers always did. */
  private static Optional<Method> changed(Method method, Status status) {
    boolean head = method.equals(Method.HEAD);
    boolean post = method.equals(Method.POST);
    return switch (status.code()) {
      case 303 -> head || method.equals(Method.GET) ? Optional.empty() : Optional.of(Method.GET);
      case 301, 302 -> post ? Optional.of(Method.GET) : Optional.empty();
      default -> Optional.empty();
    };
  }
}
