package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Method;
import dev.tinwire.http.QuotedString;
import java.io.IOException;

/**
 * The proof that one knows a password without sending it (RFC 7616 §3.4).
 *
 * <pre>
 * response = H( H(A1) ":" nonce ":" nc ":" cnonce ":" qop ":" H(A2) )
 * A1       = user ":" realm ":" password        ; with -sess: H(that) ":" nonce ":" cnonce
 * A2       = method ":" request-target          ; for auth-int: and ":" H(entity-body)
 * </pre>
 *
 * @param count how often this nonce was used, this time included
 * @param cnonce our own nonce
 */
record Digest(DigestChallenge challenge, int count, String cnonce) {

  /**
   * The value of the Authorization field.
   *
   * @param payload read only where the server wants the body protected, too
   */
  String fieldValue(Basic login, Method method, String target, Payload payload) throws IOException {
    var out = new StringBuilder("Digest ");
    out.append("username=").append(user(login));
    quoted(out, "realm", challenge.realm());
    quoted(out, "nonce", challenge.nonce());
    quoted(out, "uri", target);
    quoted(out, "response", response(login, a2(method, target, payload)));
    challenge.algorithm().ifPresent(name -> out.append(", algorithm=").append(name));
    if (challenge.qop() != DigestQop.NONE) {
      out.append(", qop=").append(challenge.qop().word()).append(", nc=").append(nc());
      quoted(out, "cnonce", cnonce);
    }
    if (challenge.userhash()) out.append(", userhash=true");
    challenge.opaque().ifPresent(opaque -> quoted(out, "opaque", opaque));
    return out.toString();
  }

  private static void quoted(StringBuilder out, String name, String value) {
    out.append(", ").append(name).append('=').append(QuotedString.print(value));
  }

  /** §3.4.4: hashed if the server asks. UTF-8 octets go as they are, which servers understand. */
  private String user(Basic login) {
    String text = challenge.userhash() ? hex(login.user() + ":" + realm()) : login.user();
    return QuotedString.print(Octets.of(text));
  }

  private String a2(Method method, String target, Payload payload) throws IOException {
    String head = method + ":" + target;
    return challenge.qop() == DigestQop.AUTH_INT
        ? head + ":" + challenge.hash().hex(payload)
        : head;
  }

  private String response(Basic login, String a2) {
    String a1 = login.user() + ":" + realm() + ":" + login.password().reveal();
    if (challenge.hash().isSession()) a1 = hex(a1) + ":" + challenge.nonce() + ":" + cnonce;
    DigestQop qop = challenge.qop();
    String protection =
        qop == DigestQop.NONE ? ":" : ":" + nc() + ":" + cnonce + ":" + qop.word() + ":";
    return hex(hex(a1) + ":" + challenge.nonce() + protection + hex(a2));
  }

  /** The realm came as octets; what is hashed is their text. */
  private String realm() {
    return Octets.decoded(challenge.realm());
  }

  private String hex(String text) {
    return challenge.hash().hex(text);
  }

  private String nc() {
    return String.format("%08x", count);
  }
}
