package dev.tinwire.httpclient;

import java.time.Instant;
import java.util.Optional;

/**
 * A cookie that was accepted (RFC 6265bis §5.7).
 *
 * @param domain a host in lower case
 * @param hostOnly for that host alone; else for those below it as well
 * @param expires empty for one that ends with the session
 * @param created kept when a later one replaces it: it decides on the order of sending
 */
public record Cookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    boolean httpOnly,
    SameSite sameSite,
    Optional<Instant> expires,
    Instant created) {

  /** As one field has it; a nameless one is only its value. */
  public String pair() {
    return name.isEmpty() ? value : name + "=" + value;
  }

  boolean isExpired(Instant now) {
    return expires.isPresent() && !expires.get().isAfter(now);
  }

  /** Two cookies with the same of these are one, the later (§5.7 step 23). */
  record Key(String name, String domain, boolean hostOnly, String path) {}

  Key key() {
    return new Key(name, domain, hostOnly, path);
  }

  Cookie createdAt(Instant earlier) {
    return new Cookie(
        name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires, earlier);
  }

  /** Whether it goes along with a request (§5.8.3 step 1); its end is asked for elsewhere. */
  boolean isFor(Url url, SameSite.Initiator initiator) {
    String host = hostOf(url);
    boolean here = hostOnly ? host.equals(domain) : domainMatches(url, domain);
    return here
        && pathMatches(url.path(), path)
        && (!secure || url.isSecure())
        && sameSite.allows(initiator);
  }

  /** The canonical host, IPv6 without its brackets as jars have it. */
  static String hostOf(Url url) {
    String text = url.hostText();
    return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
  }

  /** §5.1.3: the domain itself or a name below it; addresses have nothing below. */
  static boolean domainMatches(Url url, String domain) {
    String host = hostOf(url);
    return host.equals(domain)
        || (url.host().orElse(null) instanceof UrlHost.Domain && host.endsWith("." + domain));
  }

  /** §5.1.4: the path itself or what lies below it; {@code /a} is not above {@code /ab}. */
  static boolean pathMatches(String request, String path) {
    return request.equals(path)
        || (request.startsWith(path)
            && (path.endsWith("/") || request.charAt(path.length()) == '/'));
  }

  /** §5.1.4: the folder the URL is in. */
  static String defaultPath(Url url) {
    int slash = url.path().lastIndexOf('/');
    return slash <= 0 ? "/" : url.path().substring(0, slash);
  }
}
