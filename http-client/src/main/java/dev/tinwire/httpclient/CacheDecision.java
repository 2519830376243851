package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a cache does about a request (RFC 9111 §4). Pure: values in, one value out. */
sealed interface CacheDecision {
  /** Nothing here helps: ask. */
  record Ask() implements CacheDecision {}

  /** This is the answer, with its age. */
  record Serve(Stored stored, Duration age) implements CacheDecision {}

  /** Ask whether this is still good, with these fields added (§4.3.1). */
  record Validate(Stored stored, Fields conditions) implements CacheDecision {}

  /** The user wanted an answer from here alone, and there is none: 504 (§5.2.1.7). */
  record NotHere() implements CacheDecision {}

  /**
   * Decides.
   *
   * @param here what is stored under the URL
   */
  static CacheDecision of(Method method, Fields request, List<Stored> here, Instant now) {
    boolean reads = method.equals(Method.GET) || method.equals(Method.HEAD);
    if (!reads || isTheUsersOwn(request)) return new Ask();
    CacheControl wanted = CacheControl.of(request);
    Optional<Stored> found =
        here.stream()
            .filter(stored -> stored.matches(request))
            .max(Comparator.comparing(Stored::received)); // §4: the latest of several
    if (found.isEmpty() || wanted.has("no-store")) return nothing(wanted);
    Stored stored = found.get();
    Freshness freshness = Freshness.of(stored, now);
    if (isGoodEnough(stored, freshness, request, wanted)) {
      return new Serve(stored, freshness.age());
    }
    if (wanted.has("only-if-cached")) return new NotHere();
    Fields conditions = conditions(stored);
    return conditions.lines().isEmpty() ? new Ask() : new Validate(stored, conditions);
  }

  /** Who sends conditions or wants a part does the bookkeeping: the server answers that. */
  private static boolean isTheUsersOwn(Fields request) {
    return List.of("If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "Range")
        .stream()
        .anyMatch(request::has);
  }

  private static CacheDecision nothing(CacheControl wanted) {
    return wanted.has("only-if-cached") ? new NotHere() : new Ask();
  }

  private static boolean isGoodEnough(
      Stored stored, Freshness freshness, Fields request, CacheControl wanted) {
    CacheControl said = CacheControl.of(stored.fields());
    boolean pragma = request.lists("Pragma", "no-cache") && !request.has("Cache-Control"); // §5.4
    if (said.has("no-cache") || wanted.has("no-cache") || pragma) return false;
    Optional<Duration> maxAge = wanted.seconds("max-age");
    if (maxAge.isPresent() && freshness.age().compareTo(maxAge.get()) > 0) return false;
    Duration left = freshness.lifetime().minus(freshness.age());
    Duration minFresh = wanted.seconds("min-fresh").orElse(Duration.ZERO);
    if (freshness.isFresh()) return left.compareTo(minFresh) >= 0;
    if (said.has("must-revalidate") || !wanted.has("max-stale")) return false;
    boolean any = wanted.directives().getOrDefault("max-stale", "").isEmpty();
    return any || freshness.staleness().compareTo(wanted.seconds("max-stale").orElseThrow()) <= 0;
  }

  private static Fields conditions(Stored stored) {
    Fields conditions = Fields.NONE;
    Optional<String> tag = stored.fields().first("ETag");
    Optional<String> changed = stored.fields().first("Last-Modified");
    if (tag.isPresent()) conditions = conditions.and("If-None-Match", tag.get());
    if (changed.isPresent()) conditions = conditions.and("If-Modified-Since", changed.get());
    return conditions;
  }

  /**
   * Whether a 304 is about what is stored (§4.3.4): its validator, if it has one, is the same. If
   * not, the answer belongs to something else, and one has to ask again without conditions.
   */
  static boolean confirms(Stored stored, Fields notModified) {
    Optional<String> tag = notModified.first("ETag").map(CacheDecision::opaque);
    return tag.isEmpty() || tag.equals(stored.fields().first("ETag").map(CacheDecision::opaque));
  }

  /** §8.8.3.2: the weak comparison. */
  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  /**
   * Whether a stale answer stands in when the server does not answer or answers 500 to 504 (RFC
   * 5861 §4): only where one of the two sides said so.
   */
  static boolean mayServeAfterError(Stored stored, Fields request, Instant now) {
    CacheControl said = CacheControl.of(stored.fields());
    if (said.has("must-revalidate") || said.has("no-cache")) return false;
    Optional<Duration> window = CacheControl.of(request).seconds("stale-if-error");
    if (window.isEmpty()) window = said.seconds("stale-if-error");
    Duration stale = Freshness.of(stored, now).staleness();
    return window.isPresent() && stale.compareTo(window.get()) <= 0;
  }
}
