package dev.tinwire.smtpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads mailboxes as people write them (RFC 5322 §3.4 without its obsolete forms and without
 * comments; UTF-8 where RFC 6532 lets it in):
 *
 * <pre>
 * mailbox = addr-spec / [word *(FWS word)] "&lt;" addr-spec "&gt;"
 * word    = atom / quoted-string
 * addr-spec = (dot-atom / quoted-string) "@" (host name / "[" address literal "]")
 * </pre>
 *
 * What is refused here can never stand in a command: control characters and angle brackets.
 */
final class MailboxParser {
  /** Leniency: dots in names ("John Q. Public"), obs-phrase of RFC 5322 §4.1; all write them. */
  static final char DOT_IN_NAME = '.';

  private static final String WHAT = "address";
  private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

  /** RFC 5321 §4.5.3.1.3, its two brackets not counted. */
  private static final int MAX_PATH = 254;

  /** Characters on which IDNA2003 and IDNA2008 differ: ß, ς, joiners. */
  private static final String DEVIATIONS = "\u00df\u1e9e\u03c2\u200c\u200d";

  /** What stands before an @ or a bracket, where it began, and whether it had quotes. */
  private record Word(String text, int from, boolean inQuotes) {}

  private final String text;
  private int at;

  MailboxParser(String text) {
    this.text = text;
  }

  Mailbox one() throws Malformed {
    Mailbox mailbox = mailbox();
    if (at < text.length()) {
      throw fault(at, peek() == ',' ? "one address is wanted here" : "nothing more was expected");
    }
    return mailbox;
  }

  List<Mailbox> list() throws Malformed {
    var all = new ArrayList<Mailbox>();
    all.add(mailbox());
    while (at < text.length()) {
      if (peek() != ',') throw fault(at, "a comma belongs between two addresses");
      at++;
      all.add(mailbox());
    }
    return all;
  }

  private Mailbox mailbox() throws Malformed {
    blanks();
    List<Word> words = words();
    Mailbox mailbox = at < text.length() && peek() == '<' ? named(words) : bare(words);
    blanks();
    if (mailbox.address().getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
      throw fault(0, "an address has at most " + MAX_PATH + " bytes");
    }
    return mailbox;
  }

  private Mailbox named(List<Word> words) throws Malformed {
    String name = String.join(" ", words.stream().map(Word::text).toList()).strip();
    at++;
    List<Word> inside = words();
    Mailbox address = bare(inside);
    if (at == text.length() || peek() != '>') throw fault(at, "expected '>' here");
    at++;
    return new Mailbox(name, address.local(), address.domain());
  }

  private Mailbox bare(List<Word> words) throws Malformed {
    if (at == text.length() || peek() != '@') {
      String problem =
          at < text.length() && peek() == ','
              ? "a name with a comma is written in quotes: \"Last, First\" <me@example.com>"
              : "expected an @ here, as in me@example.com";
      throw fault(at, problem);
    }
    if (words.isEmpty()) throw fault(at, "expected somebody before the @");
    if (words.size() > 1) {
      throw fault(words.get(1).from(), "a name is followed by <ADDRESS> in angle brackets");
    }
    Word local = words.getFirst();
    if (local.text().isEmpty()) throw fault(local.from(), "expected somebody before the @");
    if (!local.inQuotes() && !isDotAtom(local.text())) {
      throw fault(local.from(), "a dot stands between two characters, or put it in quotes");
    }
    at++;
    return new Mailbox("", local.text(), domain());
  }

  private List<Word> words() throws Malformed {
    var words = new ArrayList<Word>();
    while (at < text.length() && "<>@,".indexOf(peek()) < 0) {
      words.add(peek() == '"' ? quotedString() : atoms());
      blanks();
    }
    return words;
  }

  private Word atoms() throws Malformed {
    int from = at;
    while (at < text.length() && (isAtomText(peek()) || peek() == DOT_IN_NAME)) at++;
    if (at == from) throw fault(at, problemWith(peek()));
    requireText(from, at);
    return new Word(text.substring(from, at), from, false);
  }

  private static String problemWith(char c) {
    return c < ' ' || c == 0x7f
        ? "control characters have no place here"
        : "this character belongs in quotes";
  }

  private Word quotedString() throws Malformed {
    int from = at++;
    var out = new StringBuilder();
    while (true) {
      if (at == text.length()) throw fault(from, "these quotes are not closed");
      char c = text.charAt(at++);
      if (c == '"') break;
      if (c == '\\') {
        if (at == text.length()) throw fault(from, "these quotes are not closed");
        c = text.charAt(at++);
      }
      if (c < ' ' || c == 0x7f) throw fault(at - 1, problemWith(c));
      // Allowed by the grammar, but what reads commands carelessly ends a path there.
      if (c == '<' || c == '>') throw fault(at - 1, "angle brackets have no place here");
      out.append(c);
    }
    requireText(from, at);
    return new Word(out.toString(), from, true);
  }

  private String domain() throws Malformed {
    int from = at;
    if (at < text.length() && peek() == '[') return literal();
    while (at < text.length() && "<>@, \t".indexOf(peek()) < 0) at++;
    String domain = text.substring(from, at);
    if (domain.indexOf(':') >= 0) throw fault(from, "an address has no port");
    for (int i = from; i < at; i++) {
      if (DEVIATIONS.indexOf(text.charAt(i)) >= 0) {
        // Two readings, two domains, perhaps two owners: mail must not go to the other one.
        throw fault(i, "this character has two readings in host names; write the name as xn--…");
      }
    }
    if (endpoint(domain, from).isLiteral()) {
      throw fault(from, "a bare IP address goes into [brackets]");
    }
    return domain;
  }

  private Endpoint endpoint(String domain, int from) throws Malformed {
    try {
      return Endpoint.parse(domain, 25);
    } catch (Malformed e) {
      throw fault(from + e.at(), e.problem());
    }
  }

  /** {@code [192.0.2.1]}, {@code [IPv6:2001:db8::1]} (RFC 5321 §4.1.3). */
  private String literal() throws Malformed {
    int from = at;
    int end = text.indexOf(']', from);
    if (end < 0) throw fault(from, "this bracket is not closed");
    String inside = text.substring(from + 1, end);
    boolean six = inside.regionMatches(true, 0, "IPv6:", 0, 5);
    try {
      var address = IpLiteral.parse(six ? inside.substring(5) : inside).address();
      // An IPv6 zone means something on this computer only.
      if (six == address instanceof Inet6Address && inside.indexOf('%') < 0) {
        at = end + 1;
        return text.substring(from, at);
      }
    } catch (WireException _) {
      // Said below.
    }
    throw fault(from, "write [192.0.2.1] or [IPv6:2001:db8::1]");
  }

  /** No C1 controls, line separators or halves of characters among what is not ASCII. */
  private void requireText(int from, int to) throws Malformed {
    for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
      switch (Character.getType(text.codePointAt(i))) {
        case Character.CONTROL,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE ->
            throw fault(i, "control characters have no place here");
        default -> {}
      }
    }
  }

  private void blanks() {
    while (at < text.length() && (peek() == ' ' || peek() == '\t')) at++;
  }

  private char peek() {
    return text.charAt(at);
  }

  private Malformed fault(int where, String problem) {
    return new Malformed(WHAT, text, where, problem);
  }

  private static boolean isAtomText(char c) {
    return c >= 0x80 || Character.isLetterOrDigit(c) || ATEXT.indexOf(c) >= 0;
  }

  static boolean isDotAtom(String text) {
    if (text.isEmpty() || text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '.' && !isAtomText(text.charAt(i))) return false;
    }
    return true;
  }

  /** A name as words, or in quotes if it is not made of such. */
  static String phrase(String name) {
    boolean plain = name.chars().allMatch(c -> c == ' ' || isAtomText((char) c));
    return plain && !name.contains("  ") && name.equals(name.strip()) ? name : quoted(name);
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
