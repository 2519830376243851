package dev.tinwire.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Asks an HTTP proxy for a connection: the smallest CONNECT (RFC 9110 §9.3.6). {@code wire} knows
 * no protocol, so this is not an HTTP client; it reads one head and no body.
 *
 * <p>What follows the head of a 2xx is the target speaking. It stays in the reader: a protocol in
 * which the server speaks first finds it there, and {@link Connection#secured} refuses it.
 */
record ConnectProxy(ByteReader in, ByteWriter out) {
  /** Interim answers (1xx) a proxy may send before the one that counts. */
  private static final int MAX_INTERIM = 8;

  void open(Endpoint target, Optional<Login> login) throws IOException {
    out.line("CONNECT " + target + " HTTP/1.1");
    out.line("Host: " + target);
    if (login.isPresent()) out.line("Proxy-Authorization: Basic " + basic(login.get()));
    out.line("");
    out.flush();
    ConnectReply reply = finalReply();
    if (!reply.opened()) throw new WireException(refusal(reply, login.isPresent()));
  }

  private ConnectReply finalReply() throws IOException {
    for (int i = 0; i <= MAX_INTERIM; i++) {
      ConnectReply reply = ConnectReply.read(in);
      if (!reply.interim()) return reply;
    }
    throw new WireException("it sent more than " + MAX_INTERIM + " interim answers");
  }

  /** RFC 7617; UTF-8, whatever the proxy may think. */
  private static String basic(Login login) {
    byte[] pair = (login.user() + ":" + login.password().reveal()).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }

  static String refusal(ConnectReply reply, boolean loginGiven) {
    if (reply.status() != 407) return "it answered " + reply.statusAndReason();
    List<String> schemes = reply.schemes();
    if (schemes.stream().noneMatch("Basic"::equalsIgnoreCase)) {
      String offered = schemes.isEmpty() ? "names no way" : "takes only " + listed(schemes);
      return "it wants a login, but " + offered + ", and Basic is all we speak (407)";
    }
    return loginGiven
        ? "it refused the user or the password (407)"
        : "it wants a login; write it into the address as USER:PASSWORD@ (407)";
  }

  private static String listed(List<String> schemes) {
    return Visible.cut(String.join(", ", schemes), 60);
  }
}
