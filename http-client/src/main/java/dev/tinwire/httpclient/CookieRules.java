package dev.tinwire.httpclient;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Whether a cookie may be set by the answer it came with (RFC 6265bis §5.7). Pure. */
final class CookieRules {
  private final Url from;
  private final SameSite.Initiator initiator;
  private final PublicSuffixes suffixes;
  private final Instant now;

  CookieRules(Url from, SameSite.Initiator initiator, PublicSuffixes suffixes, Instant now) {
    this.from = from;
    this.initiator = initiator;
    this.suffixes = suffixes;
    this.now = now;
  }

  CookieVerdict judge(String setCookie) {
    Optional<SetCookie> read = SetCookie.parse(setCookie, now);
    if (read.isEmpty()) return ignored("empty, too long, or with a control character");
    SetCookie cookie = read.get();
    String host = Cookie.hostOf(from);
    String domain = cookie.domain();
    if (!domain.chars().allMatch(c -> c < 0x80)) return ignored("a domain that is not ASCII");
    // A whole country's cookie would follow a person from shop to shop (step 9).
    if (!domain.isEmpty() && isName() && suffixes.isPublic(domain)) {
      if (!domain.equals(host)) return ignored("for a public suffix: " + domain);
      domain = "";
    }
    if (!domain.isEmpty() && !Cookie.domainMatches(from, domain)) {
      return ignored("for a domain that " + host + " is not in: " + domain);
    }
    Optional<String> problem = problem(cookie, domain.isEmpty());
    if (problem.isPresent()) return ignored(problem.get());
    return new CookieVerdict.Accepted(
        new Cookie(
            cookie.name(),
            cookie.value(),
            domain.isEmpty() ? host : domain,
            domain.isEmpty(),
            cookie.path().orElse(Cookie.defaultPath(from)),
            cookie.secure(),
            cookie.httpOnly(),
            cookie.sameSite(),
            cookie.expires(),
            now));
  }

  private boolean isName() {
    return from.host().orElse(null) instanceof UrlHost.Domain;
  }

  private Optional<String> problem(SetCookie cookie, boolean hostOnly) {
    if (cookie.secure() && !from.isSecure()) return Optional.of("Secure, and not over TLS");
    if (!cookie.sameSite().allows(initiator)) return Optional.of("SameSite, and from another site");
    if (cookie.sameSite() == SameSite.NONE && !cookie.secure()) {
      return Optional.of("SameSite=None without Secure");
    }
    return prefixProblem(cookie, hostOnly);
  }

  /** What a name promises must hold (§5.7 steps 20, 21), also where a nameless one fakes it. */
  private Optional<String> prefixProblem(SetCookie cookie, boolean hostOnly) {
    String name = cookie.name().toLowerCase(Locale.ROOT);
    String value = cookie.value().toLowerCase(Locale.ROOT);
    if (name.isEmpty() && (value.startsWith("__secure-") || value.startsWith("__host-"))) {
      return Optional.of("a value that looks like a prefixed name");
    }
    // Sent back it would be another cookie of that name.
    if (name.isEmpty() && value.contains("=")) return Optional.of("nameless, and looks named");
    if (name.startsWith("__secure-") && !cookie.secure()) {
      return Optional.of("__Secure- without Secure");
    }
    boolean bound = cookie.secure() && hostOnly && cookie.path().equals(Optional.of("/"));
    if (name.startsWith("__host-") && !bound) {
      return Optional.of("__Host- without Secure, with a Domain, or without Path=/");
    }
    return Optional.empty();
  }

  private static CookieVerdict ignored(String reason) {
    return new CookieVerdict.Ignored(reason);
  }
}
