package dev.tinwire.wire;

import dev.tinwire.wire.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The login in a URL: {@code USER[:PASSWORD]}, percent-encoded UTF-8 (RFC 3986 §3.2.1). Its errors
 * say what is wrong but never show the text.
 */
final class UserInfo {
  private static final String PLAIN = "-._~!$&'()*+,;="; // unreserved and sub-delims

  private UserInfo() {}

  static Login parse(String text, Proxy.Kind kind) throws Malformed {
    int colon = text.indexOf(':');
    String user = decode(colon < 0 ? text : text.substring(0, colon));
    String password = colon < 0 ? "" : decode(text.substring(colon + 1));
    switch (kind) {
      case HTTP -> {
        if (user.indexOf(':') >= 0) throw bad("a user for HTTP cannot have a colon"); // RFC 7617 §2
      }
      case SOCKS5, SOCKS5H -> {
        checkLength("user", user);
        checkLength("password", password);
      }
    }
    return new Login(user, Secret.of(password));
  }

  static String print(String text) {
    var out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain((char) (b & 0xff))) out.append((char) b);
      else out.append(String.format("%%%02X", b));
    }
    return out.toString();
  }

  private static String decode(String text) throws Malformed {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(hex(text, i));
        i += 2;
      } else if (isPlain(c) || c == ':') {
        bytes.write(c);
      } else {
        throw bad("user and password must be percent-encoded: @ as %40, / as %2F, a blank as %20");
      }
    }
    return checked(bytes.toByteArray());
  }

  private static int hex(String text, int percent) throws Malformed {
    if (percent + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(percent + 1))
        || !HexFormat.isHexDigit(text.charAt(percent + 2))) {
      throw bad("a % in user or password needs two hexadecimal digits");
    }
    return HexFormat.fromHexDigits(text, percent + 1, percent + 3);
  }

  private static String checked(byte[] bytes) throws Malformed {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.chars().noneMatch(Character::isISOControl)) return text;
      throw bad("user and password cannot have control characters"); // RFC 7617 §2
    } catch (CharacterCodingException _) {
      throw bad("user and password must be UTF-8");
    }
  }

  private static void checkLength(String what, String text) throws Malformed {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length < 1 || length > 255) {
      throw bad("a " + what + " for SOCKS5 has 1 to 255 bytes, not " + length); // RFC 1929 §2
    }
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }

  private static Malformed bad(String problem) {
    return new Malformed("login", "***", 0, problem);
  }
}
