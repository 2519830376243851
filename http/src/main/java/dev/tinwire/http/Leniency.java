package dev.tinwire.http;

import java.util.Set;

/**
 * Everything this grammar forgives, by name. What is not listed here is refused; who reads a
 * message says which of these it forgives, {@link #SERVER} or {@link #CLIENT} as a rule. Public
 * because both ends and their documentation name them.
 */
public enum Leniency {
  /** One empty line before the request line. */
  EMPTY_LINE_BEFORE_REQUEST(
      "RFC 9112 §2.2",
      "old clients end the body of a POST with a CR LF too many, and a server should skip it"),

  /** The characters {@code [ ] { } | ^ `} in a target, and the backslash in its query. */
  UNESCAPED_TARGET(
      "RFC 3986 §3.3 and §3.4",
      "browsers send them as they are (URL Standard §1.3), and no separator is among them"),

  /** A status line that ends with its code, without the blank that comes before the reason. */
  NO_BLANK_BEFORE_REASON(
      "RFC 9112 §4", "many servers leave it out with the reason, and nothing else can be meant"),

  /** Lines of a response head that end with a bare LF. Chunk lines and trailers never may. */
  BARE_LF(
      "RFC 9112 §2.2",
      "scripts write their heads so; nobody stands between us and the server to disagree with"),

  /** A field value that goes on in the next line, which begins with a blank. */
  FOLDED_VALUE("RFC 9112 §5.2", "a user agent must put a blank in its place and read on"),

  /** Lines that begin with a blank before the first field line; they are dropped. */
  BLANK_BEFORE_FIRST_FIELD(
      "RFC 9112 §2.2", "they can be refused or dropped unseen, and curl reads on as well"),

  /** The same length given more than once. */
  REPEATED_LENGTH(
      "RFC 9110 §8.6", "scripts and their server both add it; all of them say the same number"),

  /** Content-Length beside chunked: chunked decides, and the connection is closed behind it. */
  LENGTH_BESIDE_CHUNKED(
      "RFC 9112 §6.3",
      "every browser reads such a response; closing takes away what a smuggler could gain");

  /** What a server forgives: next to nothing, for a proxy before it may read otherwise. */
  public static final Set<Leniency> SERVER = Set.of(EMPTY_LINE_BEFORE_REQUEST, UNESCAPED_TARGET);

  /** What a client forgives, so that it can read what browsers can. */
  public static final Set<Leniency> CLIENT =
      Set.of(
          NO_BLANK_BEFORE_REASON,
          BARE_LF,
          FOLDED_VALUE,
          BLANK_BEFORE_FIRST_FIELD,
          REPEATED_LENGTH,
          LENGTH_BESIDE_CHUNKED);

  private final String section;
  private final String reason;

  Leniency(String section, String reason) {
    this.section = section;
    this.reason = reason;
  }

  /** The section that is read generously, such as {@code RFC 9112 §2.2}. */
  public String section() {
    return section;
  }

  /** Why it is forgiven, as half a sentence. */
  public String reason() {
    return reason;
  }
}
