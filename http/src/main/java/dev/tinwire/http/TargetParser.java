package dev.tinwire.http;

import dev.tinwire.http.RequestTarget.AbsoluteForm;
import dev.tinwire.http.RequestTarget.AsteriskForm;
import dev.tinwire.http.RequestTarget.AuthorityForm;
import dev.tinwire.http.RequestTarget.OriginForm;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a request target strictly (RFC 9112 §3.2): what RFC 3986 does not allow there is refused,
 * {@code #} and blanks and octets beyond ASCII above all. {@link Leniency#UNESCAPED_TARGET} is the
 * one exception.
 */
final class TargetParser {
  private final String text;
  private final int pathClass;
  private final int queryClass;

  TargetParser(String text, Set<Leniency> allowed) {
    boolean lenient = allowed.contains(Leniency.UNESCAPED_TARGET);
    this.text = text;
    this.pathClass = lenient ? Octet.LENIENT_PATH : Octet.PATH;
    this.queryClass = lenient ? Octet.LENIENT_QUERY : Octet.QUERY;
  }

  /** The method decides which forms may stand here. */
  RequestTarget parse(Method method) throws BadMessage {
    if (method.equals(Method.CONNECT)) return authorityForm();
    if (text.startsWith("/")) {
      int mark = endOfPath(0);
      return new OriginForm(text.substring(0, mark), query(mark));
    }
    if (!text.equals("*")) return absoluteForm();
    if (method.equals(Method.OPTIONS)) return new AsteriskForm();
    throw bad("only OPTIONS may ask for the server as a whole");
  }

  private AuthorityForm authorityForm() throws BadMessage {
    HostField authority = HostField.parse(text);
    if (authority.host().isEmpty() || authority.port().isEmpty()) {
      throw bad("CONNECT needs HOST:PORT");
    }
    return new AuthorityForm(authority);
  }

  private AbsoluteForm absoluteForm() throws BadMessage {
    int colon = text.indexOf("://");
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw bad("a path, or http:// and a host, is expected");
    }
    int path = endOfAuthority(colon + 3);
    HostField authority = HostField.parse(text.substring(colon + 3, path));
    if (authority.host().isEmpty()) throw bad("a host is missing"); // RFC 9110 §4.2.1
    int mark = endOfPath(path);
    return new AbsoluteForm(scheme, authority, text.substring(path, mark), query(mark));
  }

  private int endOfAuthority(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '/' && text.charAt(i) != '?') i++;
    return i;
  }

  /** Where the question mark stands, or the end; everything between is checked. */
  private int endOfPath(int from) throws BadMessage {
    int end = text.length();
    int mark = Octet.firstOutsidePercent(pathClass, text, from, end);
    if (mark < end && text.charAt(mark) != '?') throw badCharacter(mark);
    return mark;
  }

  private Optional<String> query(int mark) throws BadMessage {
    int end = text.length();
    if (mark == end) return Optional.empty();
    int at = Octet.firstOutsidePercent(queryClass, text, mark + 1, end);
    if (at < end) throw badCharacter(at);
    return Optional.of(text.substring(mark + 1));
  }

  private BadMessage badCharacter(int at) {
    char c = text.charAt(at);
    return bad(
        c == '%'
            ? "two hexadecimal digits are expected after a percent sign"
            : String.format("U+%04X must be percent-encoded", (int) c));
  }

  private BadMessage bad(String problem) {
    return BadMessage.in("target", text, problem);
  }
}
