package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.util.Locale;
import java.util.Set;

/**
 * A header field of the user's own (RFC 5322 §2.2): {@code List-Unsubscribe: <mailto:…>}.
 *
 * @param name printable US-ASCII without a colon
 * @param value unfolded, in any script
 */
record HeaderField(String name, String value) {
  /** Those that are made from what else is known; twice they would contradict each other. */
  private static final Set<String> OURS =
      Set.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "bcc",
          "subject",
          "date",
          "message-id",
          "mime-version");

  private static final int MAX_NAME = 76;

  /** Reads {@code NAME: VALUE}. */
  static HeaderField parse(String line) throws Malformed {
    int colon = line.indexOf(':');
    if (colon < 0) throw bad(line, line.length(), "expected a colon behind the name");
    if (colon == 0 || colon > MAX_NAME) throw bad(line, 0, "a name has 1 to 76 characters");
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (c <= ' ' || c >= 0x7f) throw bad(line, i, "a name is printable US-ASCII without blanks");
    }
    String name = line.substring(0, colon);
    String lower = name.toLowerCase(Locale.ROOT);
    if (OURS.contains(lower) || lower.startsWith("content-")) {
      throw bad(line, 0, "this field is written already; a header may not have it twice");
    }
    HeaderText.demandOneLine("header field", line, colon + 1);
    return new HeaderField(name, line.substring(colon + 1).strip());
  }

  private static Malformed bad(String line, int at, String problem) {
    return new Malformed("header field", line, at, problem);
  }
}
