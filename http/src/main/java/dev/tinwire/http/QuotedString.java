package dev.tinwire.http;

import dev.tinwire.wire.Malformed;

/**
 * Text between double quotes (RFC 9110 §5.6.4).
 *
 * <pre>
 * quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE
 * qdtext        = HTAB / SP / %x21 / %x23-5B / %x5D-7E / obs-text
 * quoted-pair   = "\" ( HTAB / SP / VCHAR / obs-text )
 * </pre>
 */
public final class QuotedString {
  private QuotedString() {}

  /** The text inside, the backslashes of quoted pairs removed. */
  public static String parse(String quoted) throws Malformed {
    var in = new ValueReader("quoted string", quoted);
    String text = in.quotedString();
    in.end();
    return text;
  }

  /** The text in quotes; only what needs a backslash gets one, as §5.6.4 asks of senders. */
  public static String print(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!holds(c)) throw new IllegalArgumentException("not for a quoted string: " + text);
      if (c == '"' || c == '\\') out.append('\\');
      out.append(c);
    }
    return out.append('"').toString();
  }

  /** The text as it is where it is a token, in quotes where it is not (§5.6.6). */
  public static String printUnlessToken(String text) {
    return Tokens.isToken(text) ? text : print(text);
  }

  /** Whether a quoted string can say this: HTAB, SP, VCHAR and obs-text, never a control. */
  static boolean holds(int c) {
    return c == '\t' || (c >= ' ' && c <= '~') || (c >= 0x80 && c <= 0xff);
  }

  static boolean holds(String text) {
    return text.chars().allMatch(QuotedString::holds);
  }
}
