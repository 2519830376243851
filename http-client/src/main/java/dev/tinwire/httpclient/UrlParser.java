package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a URL as browsers do (URL Standard §4.4). The standard has a state machine of 21 states; as
 * {@code #} and the {@code ?} before it end whatever they stand in, they are cut off first, and
 * what is left is taken apart from the left:
 *
 * <pre>
 * scheme : // authority / path      with the base's parts where they are missing
 * </pre>
 */
final class UrlParser {
  private final String text;
  private final Optional<Url> base;
  private String main = "";
  private Optional<String> query = Optional.empty();
  private Optional<String> fragment = Optional.empty();

  UrlParser(String text, Optional<Url> base) {
    this.text = text;
    this.base = base;
  }

  Url parse() throws Malformed {
    if (text.length() > Url.MOST) {
      throw new Malformed("URL", text, Url.MOST, "is longer than " + Url.MOST + " characters");
    }
    split(withoutLineBreaks(trimmed(text)));
    int colon = Schemes.end(main);
    if (colon < 0) return withoutScheme();
    String scheme = main.substring(0, colon).toLowerCase(Locale.ROOT);
    main = main.substring(colon + 1);
    return withScheme(scheme);
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') from++;
    while (to > from && text.charAt(to - 1) <= ' ') to--;
    return text.substring(from, to);
  }

  /** Long URLs are broken over lines in mails and documents. */
  private static String withoutLineBreaks(String text) {
    return text.replace("\t", "").replace("\n", "").replace("\r", "");
  }

  private void split(String text) {
    int hash = text.indexOf('#');
    if (hash >= 0) fragment = Optional.of(PercentSet.FRAGMENT.encode(text.substring(hash + 1)));
    String rest = hash < 0 ? text : text.substring(0, hash);
    int mark = rest.indexOf('?');
    if (mark >= 0) query = Optional.of(rest.substring(mark + 1));
    main = mark < 0 ? rest : rest.substring(0, mark);
  }

  private Url withoutScheme() throws Malformed {
    if (base.isEmpty()) throw fault("", "a scheme is missing, such as https://");
    Url base = this.base.get();
    if (base.opaque()) {
      boolean onlyFragment = main.isEmpty() && query.isEmpty() && fragment.isPresent();
      if (onlyFragment) return base.withFragment(fragment);
      throw fault("", "is relative, and " + base.scheme() + ": has no folders");
    }
    return base.scheme().equals("file") ? file() : relative(base);
  }

  private Url withScheme(String scheme) throws Malformed {
    if (scheme.equals("file")) return file();
    if (Schemes.isSpecial(scheme)) {
      boolean ofBase = base.isPresent() && base.get().scheme().equals(scheme);
      // "http:page" is relative to a page over http, an old habit; "https:page" is a host there.
      if (ofBase) return relative(base.get());
      int slashes = 0;
      while (slashes < main.length() && isSlash(scheme, main.charAt(slashes))) slashes++;
      return withAuthority(scheme, main.substring(slashes));
    }
    if (main.startsWith("//")) return withAuthority(scheme, main.substring(2));
    if (main.startsWith("/")) return url(scheme, Optional.empty(), UrlPath.of(scheme).then(main));
    return opaque(scheme);
  }

  private static boolean isSlash(String scheme, char c) {
    return c == '/' || (c == '\\' && Schemes.isSpecial(scheme));
  }

  private Url relative(Url base) throws Malformed {
    String scheme = base.scheme();
    boolean slash = !main.isEmpty() && isSlash(scheme, main.charAt(0));
    if (slash && main.length() > 1 && isSlash(scheme, main.charAt(1))) {
      int slashes = 2;
      if (Schemes.isSpecial(scheme)) {
        while (slashes < main.length() && isSlash(scheme, main.charAt(slashes))) slashes++;
      }
      return withAuthority(scheme, main.substring(slashes));
    }
    if (main.isEmpty() && query.isEmpty()) return base.withFragment(fragment);
    UrlPath path = slash ? UrlPath.of(scheme) : UrlPath.of(scheme, base.path());
    if (!slash && !main.isEmpty()) path.shorten();
    return new Url(
        scheme,
        base.username(),
        base.password(),
        base.host(),
        base.port(),
        main.isEmpty() ? base.path() : path.then(main).print(),
        false,
        encodedQuery(scheme),
        fragment);
  }

  private Url withAuthority(String scheme, String rest) throws Malformed {
    int end = 0;
    while (end < rest.length() && !isSlash(scheme, rest.charAt(end))) end++;
    Authority authority = Authority.parse(text, scheme, rest.substring(0, end));
    return new Url(
        scheme,
        authority.username(),
        authority.password(),
        Optional.of(authority.host()),
        authority.port(),
        UrlPath.of(scheme).then(rest.substring(end)).print(),
        false,
        encodedQuery(scheme),
        fragment);
  }

  /** Files have a host that is mostly empty, and drives, which no {@code ..} leaves. */
  private Url file() throws Malformed {
    Optional<Url> base = this.base.filter(b -> b.scheme().equals("file"));
    Optional<UrlHost> host = base.flatMap(Url::host).or(() -> Optional.of(new UrlHost.Empty()));
    boolean slash = !main.isEmpty() && isSlash("file", main.charAt(0));
    if (slash && main.length() > 1 && isSlash("file", main.charAt(1))) return fileWithHost();
    UrlPath path = UrlPath.of("file");
    if (slash) {
      if (base.isPresent() && !UrlPath.startsWithDrive(main.substring(1))) {
        path.driveOf(base.get().path());
      }
      return url("file", host, path.then(main));
    }
    if (base.isEmpty()) return url("file", host, path.then("/" + main));
    UrlPath there = UrlPath.of("file", base.get().path());
    if (main.isEmpty()) {
      Optional<String> kept = query.isPresent() ? encodedQuery("file") : base.get().query();
      return new Url(
          "file", "", "", host, OptionalInt.empty(), there.print(), false, kept, fragment);
    }
    if (UrlPath.startsWithDrive(main)) return url("file", host, path.then("/" + main));
    there.shorten();
    return url("file", host, there.then(main));
  }

  private Url fileWithHost() throws Malformed {
    String rest = main.substring(2);
    int end = 0;
    while (end < rest.length() && !isSlash("file", rest.charAt(end))) end++;
    String name = rest.substring(0, end);
    if (UrlPath.isDrive(name)) {
      Optional<UrlHost> none = Optional.of(new UrlHost.Empty());
      return url("file", none, UrlPath.of("file").then("/" + rest));
    }
    UrlHost host = name.isEmpty() ? new UrlHost.Empty() : HostParser.parse(text, name, true);
    if (host.toString().equals("localhost")) host = new UrlHost.Empty();
    return url("file", Optional.of(host), UrlPath.of("file").then(rest.substring(end)));
  }

  private Url url(String scheme, Optional<UrlHost> host, UrlPath path) {
    return new Url(
        scheme,
        "",
        "",
        host,
        OptionalInt.empty(),
        path.print(),
        false,
        encodedQuery(scheme),
        fragment);
  }

  private Url opaque(String scheme) {
    // A blank at the very end would be trimmed when the URL is read again.
    boolean moreFollows = query.isPresent() || fragment.isPresent();
    String path = PercentSet.CONTROL.encode(main);
    if (moreFollows && path.endsWith(" ")) path = path.substring(0, path.length() - 1) + "%20";
    OptionalInt noPort = OptionalInt.empty();
    Optional<UrlHost> none = Optional.empty();
    return new Url(scheme, "", "", none, noPort, path, true, encodedQuery(scheme), fragment);
  }

  private Optional<String> encodedQuery(String scheme) {
    var set = Schemes.isSpecial(scheme) ? PercentSet.SPECIAL_QUERY : PercentSet.QUERY;
    return query.map(set::encode);
  }

  private Malformed fault(String piece, String problem) {
    return new Malformed("URL", text, Math.max(0, text.indexOf(piece)), problem);
  }
}
