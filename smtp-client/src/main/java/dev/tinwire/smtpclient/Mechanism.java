package dev.tinwire.smtpclient;

import dev.tinwire.wire.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** A way to say who one is (SASL, RFC 4422), in the order in which they are preferred. */
enum Mechanism {
  /** Microsoft's and Google's own way to show a token. */
  XOAUTH2("XOAUTH2", true),
  /** The same, as RFC 7628 has it. */
  OAUTHBEARER("OAUTHBEARER", true),
  /** RFC 4616: name and password in one turn. */
  PLAIN("PLAIN", true),
  /** Name, then password; never a standard, known to all. */
  LOGIN("LOGIN", true),
  /** RFC 2195: proves that one knows the password. Its digest is MD5, so it comes last. */
  CRAM_MD5("CRAM-MD5", false);

  private final String saslName;
  private final boolean begins;

  Mechanism(String saslName, boolean begins) {
    this.saslName = saslName;
    this.begins = begins;
  }

  String saslName() {
    return saslName;
  }

  /** Whether the client has the first word, so that it may go along with AUTH (RFC 4954 §4). */
  boolean begins() {
    return begins;
  }

  /** Whether it shows a token instead of a password. */
  boolean bearsToken() {
    return this == XOAUTH2 || this == OAUTHBEARER;
  }

  /**
   * What to answer. What the server asks in words is ignored: only the order counts.
   *
   * @param step how many answers were given before this one
   * @param challenge decoded
   * @return empty if there is nothing more to say
   */
  Optional<byte[]> answer(int step, byte[] challenge, String user, byte[] secret, Endpoint server) {
    return switch (this) {
      case PLAIN -> step == 0 ? joined("\0" + user + "\0", secret, "") : Optional.empty();
      case LOGIN ->
          switch (step) {
            case 0 -> joined(user, new byte[0], "");
            case 1 -> joined("", secret, "");
            default -> Optional.empty();
          };
      case CRAM_MD5 ->
          step == 0
              ? joined(user + " " + hmac(secret, challenge), new byte[0], "")
              : Optional.empty();
      // Asked again, the token was refused and the challenge says why. The server says its no only
      // after one more answer; who does not give it waits for ever.
      case XOAUTH2 ->
          switch (step) {
            case 0 -> joined("user=" + user + "\1auth=Bearer ", secret, "\1\1");
            case 1 -> Optional.of(new byte[0]);
            default -> Optional.empty();
          };
      case OAUTHBEARER ->
          switch (step) {
            case 0 -> joined(bearer(user, server), secret, "\1\1");
            case 1 -> Optional.of(new byte[] {1}); // RFC 7628 §3.2.3
            default -> Optional.empty();
          };
    };
  }

  /** RFC 7628 §3.1; in a name "," and "=" are written otherwise (RFC 5801 §4). */
  private static String bearer(String user, Endpoint server) {
    String name = user.replace("=", "=3D").replace(",", "=2C");
    return "n,a="
        + name
        + ",\1host="
        + server.host()
        + "\1port="
        + server.port()
        + "\1auth=Bearer ";
  }

  private static String hmac(byte[] secret, byte[] challenge) {
    return new HmacUtils(HmacAlgorithms.HMAC_MD5, secret).hmacHex(challenge);
  }

  private static Optional<byte[]> joined(String before, byte[] secret, String after) {
    byte[] head = before.getBytes(StandardCharsets.UTF_8);
    byte[] tail = after.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + secret.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(secret, 0, all, head.length, secret.length);
    System.arraycopy(tail, 0, all, head.length + secret.length, tail.length);
    return Optional.of(all);
  }
}
