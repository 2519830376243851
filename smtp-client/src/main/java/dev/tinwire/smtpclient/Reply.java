package dev.tinwire.smtpclient;

import dev.tinwire.wire.Visible;
import java.util.List;
import java.util.Optional;

/**
 * What a server says to a command (RFC 5321 §4.2). Its texts are as they came: {@link #words} is
 * what may be shown.
 *
 * @param texts one for each line, without code and separator
 */
record Reply(int code, List<String> texts) {
  private static final int SHOWN = 400;

  Reply {
    texts = List.copyOf(texts);
  }

  boolean isDone() {
    return code / 100 == 2;
  }

  boolean wantsMore() {
    return code / 100 == 3;
  }

  /** No, but perhaps later (RFC 5321 §4.2.1). */
  boolean isTransient() {
    return code / 100 == 4;
  }

  boolean isPermanent() {
    return code / 100 == 5;
  }

  Optional<EnhancedStatus> status() {
    return EnhancedStatus.atStartOf(texts.getFirst(), code);
  }

  /** All that was said, on one line; codes repeated on each line are said once. */
  String text() {
    String repeated = status().map(s -> s + " ").orElse("");
    var out = new StringBuilder();
    for (String line : texts) {
      boolean again = !out.isEmpty() && !repeated.isEmpty() && line.startsWith(repeated);
      String text = again ? line.substring(repeated.length()) : line;
      out.append(out.isEmpty() || text.isEmpty() ? "" : " ").append(text);
    }
    return out.toString();
  }

  /** The server's own words, safe to show. */
  String words() {
    String text = text();
    return text.isEmpty() ? Integer.toString(code) : code + " " + Visible.cut(text, SHOWN);
  }
}
