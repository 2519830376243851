package dev.tinwire.smtpclient;

import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/** What a browser that comes to our listener brings (RFC 6749 §4.1.2). Pure. */
sealed interface Redirected {
  /** The user has agreed. */
  record Code(Secret code) implements Redirected {}

  /** The user or the server has said no. */
  record Declined(TokenReply.Failed failed) implements Redirected {}

  /** Not the answer to our question: an icon, another page, or somebody who guesses. */
  record Stranger(int status) implements Redirected {}

  /**
   * Judges a request.
   *
   * @param state what only the answer to our question knows (RFC 6749 §10.12)
   */
  static Redirected of(RequestHead head, String state) {
    if (!head.line().method().equals(Method.GET)) return new Stranger(405);
    if (!(head.line().target() instanceof RequestTarget.OriginForm target)) {
      return new Stranger(400);
    }
    if (!target.path().equals("/")) return new Stranger(404);
    try {
      return answer(Forms.parse(target.query().orElse("")), state);
    } catch (Malformed _) {
      return new Stranger(400);
    }
  }

  private static Redirected answer(Map<String, String> form, String state) {
    if (!same(form.getOrDefault("state", ""), state)) return new Stranger(403);
    if (form.containsKey("error")) {
      return new Declined(
          new TokenReply.Failed(form.get("error"), form.getOrDefault("error_description", "")));
    }
    String code = form.getOrDefault("code", "");
    boolean sound = !code.isEmpty() && code.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return sound ? new Code(Secret.of(code)) : new Stranger(400);
  }

  /** In a time that does not tell how much of it was right. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
