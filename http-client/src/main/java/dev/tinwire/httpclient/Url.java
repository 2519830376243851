package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An address of the web as browsers understand it (the WHATWG URL Standard): parsed, cleaned and
 * ready to be sent, so that two URLs that a browser takes for one are equal values.
 *
 * <pre>
 * https://user:password@example.com:8443/a/b?query#fragment
 * scheme  credentials   host        port path query fragment
 * </pre>
 *
 * {@link #href()} is the standard's print and reads back as the same URL; {@link #toString()} is
 * for eyes and hides the password.
 *
 * @param scheme in lower case, without the colon
 * @param username percent-encoded, empty if there is none
 * @param password percent-encoded, empty if there is none
 * @param host absent in {@code mailto:me@example.org} and the like
 * @param port absent where it is the scheme's own
 * @param path percent-encoded, with its slashes
 * @param opaque whether the path is a mere text, not segments: {@code mailto:}, {@code data:}
 */
public record Url(
    String scheme,
    String username,
    String password,
    Optional<UrlHost> host,
    OptionalInt port,
    String path,
    boolean opaque,
    Optional<String> query,
    Optional<String> fragment) {
  /** Longer than any server takes, short enough to be kept. */
  public static final int MOST = 64 * 1024;

  /** Reads an absolute URL, as a browser's address in a page. */
  public static Url parse(String text) throws Malformed {
    return new UrlParser(text, Optional.empty()).parse();
  }

  /**
   * Reads what a person typed: without a scheme it is {@code http://}, for that is what a server
   * next to them speaks, and a public one redirects.
   */
  public static Url typed(String text) throws Malformed {
    String trimmed = text.strip();
    return parse(hasScheme(trimmed) ? trimmed : "http://" + trimmed);
  }

  /** "localhost:8080/x" is a host with a port, though it reads as a scheme. */
  private static boolean hasScheme(String text) {
    int colon = Schemes.end(text);
    return colon > 0 && colon < text.length() - 1 && !isDigit(text.charAt(colon + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** What a reference in a document or a {@code Location} at this URL leads to. */
  public Url resolve(String reference) throws Malformed {
    return new UrlParser(reference, Optional.of(this)).parse();
  }

  /** Who is behind it: what may share cookies' secrets, credentials and connections. */
  public Origin origin() {
    return Origin.of(this);
  }

  public boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  /** Whether it is fetched over TLS. */
  public boolean isSecure() {
    return scheme.equals("https") || scheme.equals("wss");
  }

  /** The port to dial: the one given or the scheme's own; empty where there is neither. */
  public OptionalInt dialledPort() {
    return port.isPresent() ? port : Schemes.defaultPort(scheme);
  }

  /** The host as it stands in a URL, IPv6 in brackets; empty if there is none. */
  public String hostText() {
    return host.map(UrlHost::toString).orElse("");
  }

  /** What the Host field says (RFC 9110 §7.2): the host, and the port if it is not the usual. */
  public String hostField() {
    return hostText() + (port.isPresent() ? ":" + port.getAsInt() : "");
  }

  /** The origin-form of a request's target (RFC 9112 §3.2.1). */
  public String target() {
    return path + query.map(q -> "?" + q).orElse("");
  }

  /** Whether it carries a name or a password. */
  public boolean hasCredentials() {
    return !username.isEmpty() || !password.isEmpty();
  }

  public Url withoutCredentials() {
    return new Url(scheme, "", "", host, port, path, opaque, query, fragment);
  }

  /** Another path, which is clean already. */
  Url withPath(String other) {
    return new Url(scheme, username, password, host, port, other, opaque, query, fragment);
  }

  public Url withoutFragment() {
    return withFragment(Optional.empty());
  }

  public Url withFragment(Optional<String> fragment) {
    return new Url(scheme, username, password, host, port, path, opaque, query, fragment);
  }

  /** The same place over TLS, as HSTS asks (RFC 6797 §8.3): port 80 becomes TLS's own. */
  public Url upgraded() {
    if (!scheme.equals("http")) return this;
    OptionalInt port =
        this.port.isPresent() && this.port.getAsInt() == 443 ? OptionalInt.empty() : this.port;
    return new Url("https", username, password, host, port, path, opaque, query, fragment);
  }

  /** The standard's print, secrets and all: for the wire, not for eyes. */
  public String href() {
    return print(username + (password.isEmpty() ? "" : ":" + password));
  }

  private String print(String credentials) {
    var out = new StringBuilder(scheme).append(':');
    if (host.isPresent()) {
      out.append("//").append(credentials);
      if (!credentials.isEmpty()) out.append('@');
      out.append(hostField());
    } else if (!opaque && path.startsWith("//")) {
      out.append("/."); // else the path would read as a host
    }
    out.append(path);
    query.ifPresent(q -> out.append('?').append(q));
    fragment.ifPresent(f -> out.append('#').append(f));
    return out.toString();
  }

  @Override
  public String toString() {
    return print(username + (password.isEmpty() ? "" : ":***"));
  }
}
