package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.wire.Conversation;

/**
 * Tells a {@link Conversation} the heads that go and come, without the secrets in them.
 *
 * @param conversation who listens
 */
record Narrator(Conversation conversation) {
  void sent(RequestHead head) {
    if (silent()) return;
    conversation.sent(head.line().toString());
    head.fields().lines().forEach(line -> conversation.sent(redacted(line)));
    conversation.sent("");
  }

  void received(ResponseHead head) {
    if (silent()) return;
    conversation.received(head.line().toString());
    head.fields().lines().forEach(line -> conversation.received(redacted(line)));
    conversation.received("");
  }

  void note(String fact) {
    conversation.note(fact);
  }

  private boolean silent() {
    return conversation.equals(Conversation.SILENT);
  }

  /** The scheme of credentials and the names of cookies stay, what proves something goes. */
  static String redacted(FieldLine line) {
    if (line.isNamed("Authorization") || line.isNamed("Proxy-Authorization")) {
      int blank = line.value().indexOf(' ');
      return line.name() + ": " + (blank < 0 ? "" : line.value().substring(0, blank)) + " ***";
    }
    if (line.isNamed("Cookie")) {
      return line.name() + ": " + line.value().replaceAll("=[^;]*", "=***");
    }
    if (line.isNamed("Set-Cookie")) {
      return line.name() + ": " + line.value().replaceFirst("=[^;]*", "=***");
    }
    return line.toString();
  }
}
