package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A name and a password (RFC 7617): base64 of {@code user:password} in UTF-8, to the letter.
 *
 * @param user without a colon, for the first one ends it, and without control characters
 * @param password without control characters
 */
public record Basic(String user, Secret password) implements Credentials {
  /** More than any name and password; base64 of more is refused unseen. */
  public static final int MOST = 4096;

  public Basic {
    if (user.indexOf(':') >= 0) throw new IllegalArgumentException("a user name with a colon");
    if (hasControl(user) || hasControl(password.reveal())) {
      throw new IllegalArgumentException("a control character in a user name or a password");
    }
  }

  /** What a URL or a file says, which may be anything. */
  public static Basic of(String user, Secret password) throws Malformed {
    if (user.indexOf(':') >= 0) throw malformed("has a colon in the user name");
    if (hasControl(user) || hasControl(password.reveal())) {
      throw malformed("has a control character");
    }
    return new Basic(user, password);
  }

  static Basic ofProof(String base64) throws Malformed {
    if (base64.length() > MOST) throw malformed("is longer than " + MOST + " characters");
    String userPass = utf8(bytes(base64));
    int colon = userPass.indexOf(':');
    if (colon < 0) throw malformed("has no colon between user and password");
    if (hasControl(userPass)) throw malformed("has a control character");
    return new Basic(userPass.substring(0, colon), Secret.of(userPass.substring(colon + 1)));
  }

  /** Exactly what an encoder writes: padding is there, and its unused bits are zero. */
  private static byte[] bytes(String base64) throws Malformed {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) return bytes;
    } catch (IllegalArgumentException _) {
      // the same fault as one bit too many
    }
    throw malformed("is not base64");
  }

  private static String utf8(byte[] bytes) throws Malformed {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw malformed("is not UTF-8");
    }
  }

  private static Malformed malformed(String problem) {
    return Credentials.malformed("Basic", problem);
  }

  /** RFC 7617 §2 forbids them on both sides of the colon. */
  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c < 0x80 && Character.isISOControl(c));
  }

  @Override
  public String fieldValue() {
    byte[] userPass = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(userPass);
  }

  @Override
  public String toString() {
    return "Basic " + Visible.of(user) + ":" + password;
  }
}
