package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gives tokens for a mail service, and where. No product's client id is built in: each user or
 * organisation registers its own (docs/mail.md says how).
 *
 * @param name as on the command line
 * @param device where a device asks for a code (RFC 8628); not everybody gives mail that way
 * @param revoke where a token is taken back (RFC 7009)
 * @param redirectHost how the loopback is written in the redirect (RFC 8252 §7.3)
 * @param more what the authorization request has besides the standard
 */
record OAuthProvider(
    String name,
    String authorize,
    Optional<String> device,
    String token,
    Optional<String> revoke,
    String scope,
    String redirectHost,
    Map<String, String> more) {
  static final String NAMES = "office365, outlook, gmail";

  private static final String MICROSOFT = "https://login.microsoftonline.com";

  /** The right to send, and to get new tokens without asking again. */
  private static final String MICROSOFT_SCOPE =
      "https://outlook.office.com/SMTP.Send offline_access";

  /** Whether somebody of this name is known here. */
  static boolean isName(String text) {
    return List.of(NAMES.split(", ")).contains(text);
  }

  /** A name such as {@code gmail}. */
  static String name(String text) throws Malformed {
    if (isName(text)) return text;
    throw new Malformed("provider", text, 0, "there are " + NAMES);
  }

  /** An organisation's: its domain or number. The path of the address is made of it. */
  static String tenant(String text) throws Malformed {
    if (text.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,127}")) return text;
    throw new Malformed("tenant", text, 0, "expected a domain, a number or a word");
  }

  static OAuthProvider of(String name, Optional<String> tenant) {
    return switch (name) {
      case "office365" -> microsoft(name, tenant.orElse("organizations"));
      case "outlook" -> microsoft(name, tenant.orElse("consumers"));
      case "gmail" ->
          new OAuthProvider(
              name,
              "https://accounts.google.com/o/oauth2/v2/auth",
              Optional.empty(), // Google's devices get no scope for mail
              "https://oauth2.googleapis.com/token",
              Optional.of("https://oauth2.googleapis.com/revoke"),
              "https://mail.google.com/",
              "127.0.0.1",
              // Without these two it sends no refresh token the second time.
              Map.of("access_type", "offline", "prompt", "consent"));
      default -> throw new IllegalArgumentException("no provider: " + name);
    };
  }

  private static OAuthProvider microsoft(String name, String tenant) {
    String base = MICROSOFT + "/" + tenant + "/oauth2/v2.0/";
    return new OAuthProvider(
        name,
        base + "authorize",
        Optional.of(base + "devicecode"),
        base + "token",
        Optional.empty(), // it has no endpoint that takes one token back
        MICROSOFT_SCOPE,
        "localhost", // of loopback names the only one whose port it ignores
        Map.of());
  }

  /** The same with all addresses on another server, for tests and for stand-ins. */
  OAuthProvider at(String server) {
    return new OAuthProvider(
        name,
        moved(authorize, server),
        device.map(url -> moved(url, server)),
        moved(token, server),
        revoke.map(url -> moved(url, server)),
        scope,
        redirectHost,
        more);
  }

  private static String moved(String url, String server) {
    return server + url.substring(url.indexOf('/', "https://".length()));
  }
}
