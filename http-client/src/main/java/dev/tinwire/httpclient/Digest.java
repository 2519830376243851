package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Method;
import dev.tinwire.http.QuotedString;

/**
 * The proof that one knows a password without sending it (RFC 7616 §3.4).
 *
 * <pre>
 * response = H( H(A1) ":" nonce ":" nc ":" cnonce ":" qop ":" H(A2) )
 * A1       = user ":" realm ":" password        ; with -sess: H(that) ":" nonce ":" cnonce
 * A2       = method ":" request-target
 * </pre>
 *
 * @param count how often this nonce was used, this time included
 * @param cnonce our own nonce
 */
record Digest(DigestChallenge challenge, int count, String cnonce) {

  /** The value of the Authorization field. */
  String fieldValue(Basic login, Method method, String target) {
    var out = new StringBuilder("Digest ");
    out.append("username=").append(user(login));
    quoted(out, "realm", challenge.realm());
    quoted(out, "nonce", challenge.nonce());
    quoted(out, "uri", target);
    quoted(out, "response", response(login, method, target));
    challenge.algorithm().ifPresent(name -> out.append(", algorithm=").append(name));
    if (challenge.qop()) {
      out.append(", qop=auth, nc=").append(nc());
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

  private String response(Basic login, Method method, String target) {
    String a1 = login.user() + ":" + realm() + ":" + login.password().reveal();
    if (challenge.hash().isSession()) a1 = hex(a1) + ":" + challenge.nonce() + ":" + cnonce;
    String protection = challenge.qop() ? ":" + nc() + ":" + cnonce + ":auth:" : ":";
    return hex(hex(a1) + ":" + challenge.nonce() + protection + hex(method + ":" + target));
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
