package dev.tinwire.wire;

import java.io.IOException;

/** Whatever a proxy says is a reply within the limits that survives printing, or refused. */
public final class ConnectReplyFuzz {
  private ConnectReplyFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    ConnectReply reply;
    try {
      reply = ConnectReply.read(Replies.of(input).in());
    } catch (WireException _) {
      return;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    harmless(reply.statusAndReason());
    harmless(ConnectProxy.refusal(reply, true));
    if (!reply.equals(again(reply))) throw new AssertionError("changed: " + reply);
  }

  private static void harmless(String words) {
    if (words.chars().anyMatch(Character::isISOControl)) throw new AssertionError(words);
    if (words.length() > 1000) throw new AssertionError("long: " + words);
  }

  private static ConnectReply again(ConnectReply reply) {
    var text = new StringBuilder("HTTP/1.0 " + reply.status() + " " + reply.reason() + "\r\n");
    for (String scheme : reply.schemes()) {
      text.append("Proxy-Authenticate: ").append(scheme).append("\r\n");
    }
    try {
      return ConnectReply.read(Replies.of(text + "\r\n").in());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
