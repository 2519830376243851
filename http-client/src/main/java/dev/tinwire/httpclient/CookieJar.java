package dev.tinwire.httpclient;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The cookies of a run (RFC 6265bis §5.7, §5.8): what servers set goes in, what a request needs
 * comes out. Bounded; several threads may use it.
 */
public final class CookieJar {
  /** The least a browser holds for one domain (§6.1), and most servers ever see. */
  static final int MOST_OF_A_DOMAIN = 50;

  static final int MOST = 3000;

  /** What servers accept in one field; the rest stays at home. */
  static final int MOST_SENT = 8192;

  private static final Comparator<Cookie> LONGEST_PATH_FIRST =
      Comparator.comparingInt((Cookie c) -> -c.path().length()).thenComparing(Cookie::created);

  /** In the order they were first set. */
  private final Map<Cookie.Key, Cookie> cookies = new LinkedHashMap<>();

  private final PublicSuffixes suffixes;
  private final InstantSource clock;

  public CookieJar(PublicSuffixes suffixes, InstantSource clock) {
    this.suffixes = suffixes;
    this.clock = clock;
  }

  /** Takes what an answer sets, in order, and says what became of each. */
  public synchronized List<CookieVerdict> receive(
      Url from, List<String> setCookies, SameSite.Initiator initiator) {
    var rules = new CookieRules(from, initiator, suffixes, clock.instant());
    var verdicts = new ArrayList<CookieVerdict>();
    for (String each : setCookies) {
      CookieVerdict verdict = rules.judge(each);
      if (verdict instanceof CookieVerdict.Accepted(Cookie cookie)) verdict = keep(from, cookie);
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private CookieVerdict keep(Url from, Cookie cookie) {
    if (!from.isSecure() && cookies.values().stream().anyMatch(old -> shadows(cookie, old))) {
      return new CookieVerdict.Ignored("over one that was set over TLS");
    }
    put(cookie);
    return new CookieVerdict.Accepted(cookie);
  }

  /** Who can write to an unprotected connection must not replace a secure cookie (step 16). */
  private static boolean shadows(Cookie cookie, Cookie old) {
    boolean related =
        old.domain().equals(cookie.domain())
            || old.domain().endsWith("." + cookie.domain())
            || cookie.domain().endsWith("." + old.domain());
    return old.secure()
        && old.name().equals(cookie.name())
        && related
        && Cookie.pathMatches(cookie.path(), old.path());
  }

  /** Keeps one without asking who set it: what a jar file holds was accepted before. */
  public synchronized void put(Cookie cookie) {
    Instant now = clock.instant();
    Cookie old = cookies.get(cookie.key());
    if (cookie.isExpired(now)) {
      cookies.remove(cookie.key());
      return;
    }
    cookies.put(cookie.key(), old == null ? cookie : cookie.createdAt(old.created()));
    makeRoom(cookie.domain(), now);
  }

  /** What has ended goes first, then what came first (§5.7 step 26). */
  private void makeRoom(String domain, Instant now) {
    if (countOf(domain) <= MOST_OF_A_DOMAIN && cookies.size() <= MOST) return;
    cookies.values().removeIf(cookie -> cookie.isExpired(now));
    while (countOf(domain) > MOST_OF_A_DOMAIN) removeOldest(Optional.of(domain));
    while (cookies.size() > MOST) removeOldest(Optional.empty());
  }

  private long countOf(String domain) {
    return cookies.values().stream().filter(c -> c.domain().equals(domain)).count();
  }

  private void removeOldest(Optional<String> domain) {
    for (Iterator<Cookie> all = cookies.values().iterator(); all.hasNext(); ) {
      Cookie oldest = all.next();
      if (domain.isPresent() && !oldest.domain().equals(domain.get())) continue;
      all.remove();
      return;
    }
  }

  /** The value of the {@code Cookie} field of a request, if it is to have one. */
  public synchronized Optional<String> cookiesFor(Url url, SameSite.Initiator initiator) {
    Instant now = clock.instant();
    cookies.values().removeIf(cookie -> cookie.isExpired(now));
    String field =
        cookies.values().stream()
            .filter(cookie -> cookie.isFor(url, initiator))
            .sorted(LONGEST_PATH_FIRST)
            .map(Cookie::pair)
            .collect(Collectors.joining("; "));
    if (field.length() > MOST_SENT) {
      field = field.substring(0, Math.max(0, field.lastIndexOf("; ", MOST_SENT)));
    }
    return Optional.of(field).filter(text -> !text.isEmpty());
  }

  /** All that have not ended, in the order they were first set. */
  public synchronized List<Cookie> cookies() {
    Instant now = clock.instant();
    return cookies.values().stream().filter(cookie -> !cookie.isExpired(now)).toList();
  }
}
