package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** What {@code mail login} and {@code mail logout} understand. */
final class LoginOptions {
  static final Argument<String> PROVIDER =
      Argument.one("PROVIDER", OAuthProvider::name, OAuthProvider.NAMES);
  static final Value<String> CLIENT_ID =
      Value.of("ID", LoginOptions::visible, "the application you registered there", "--client-id");
  static final Value<Path> CLIENT_SECRET =
      Value.of(
          "FILE",
          LoginOptions::file,
          "its secret, which Google gives one too; or in OAUTH_CLIENT_SECRET",
          "--client-secret-file");
  static final Value<String> TENANT =
      Value.of(
          "TENANT", OAuthProvider::tenant, "your organisation: its domain or number", "--tenant");
  static final Flag DEVICE =
      Flag.of("show a code to type on another machine, open no browser", "--device");
  static final Value<String> USER =
      Value.of(
          "USER", LoginOptions::visible, "keep it for this mailbox, beside others", "-u", "--user");
  static final Value<Duration> TIMEOUT = NetworkOptions.timeout("10m");

  private LoginOptions() {}

  private static String visible(String text) throws Malformed {
    boolean sound = !text.isEmpty() && text.length() <= 256;
    for (int i = 0; i < text.length() && sound; i++) {
      sound = text.charAt(i) > ' ' && text.charAt(i) != 0x7f;
    }
    if (sound) return text;
    throw new Malformed("name", text, 0, "expected 1 to 256 characters without blanks");
  }

  private static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file name", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }
}
