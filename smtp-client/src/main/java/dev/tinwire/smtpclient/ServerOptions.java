package dev.tinwire.smtpclient;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Value;
import dev.tinwire.wire.tls.SpkiPin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

/** What sending and checking have in common: which server, who we are, how long to wait. */
final class ServerOptions {
  static final Value<Provider> VIA =
      Value.of("PROVIDER", Provider::parse, Provider.words(), "--via");
  static final Value<String> SERVER =
      Value.of("HOST[:PORT]", Grammar.TEXT, "any other server", "--server");
  static final Value<Security> TLS =
      Value.of(
          "HOW",
          Security::parse,
          "starttls, implicit or none (default: by the port, and never none)",
          "--tls");
  static final Value<Path> CACERT =
      Value.of("FILE", ServerOptions::file, "trust these certificates (PEM)", "--cacert");
  static final Value<SpkiPin> PIN =
      Value.of("sha256//...", SpkiPin::parse, "trust this key alone; repeatable", "--pin");
  static final Flag INSECURE = Flag.of("trust anybody: good for tests only", "--insecure");
  static final Group SERVERS = Group.of("Server", VIA, SERVER, TLS, CACERT, PIN, INSECURE);

  static final Value<String> USER =
      Value.of("NAME", ServerOptions::name, "sign in as NAME", "-u", "--user");
  static final Value<AuthChoice> AUTH =
      Value.of(
              "HOW",
              AuthChoice::parse,
              "auto, login, plain, cram-md5, xoauth2, oauthbearer or none",
              "--auth")
          .preset("auto");
  static final Value<Path> PASSWORD_FILE =
      Value.of("FILE", ServerOptions::file, "its first line is the password", "--password-file");
  static final Value<String> PASSWORD_COMMAND =
      Value.of(
          "COMMAND",
          Grammar.TEXT,
          "the first line it prints is the password",
          "--password-command");
  static final Value<String> TOKEN_COMMAND =
      Value.of(
          "COMMAND", Grammar.TEXT, "the first line it prints is an OAuth token", "--token-command");
  static final Group SIGNING_IN =
      Group.of(
          "Signing in (else SMTP_PASSWORD, SMTP_TOKEN, ~/.netrc, or you are asked)",
          USER,
          AUTH,
          PASSWORD_FILE,
          PASSWORD_COMMAND,
          TOKEN_COMMAND);

  static final Value<Duration> TIMEOUT =
      Value.of(
          "TIME",
          Durations::parse,
          "one patience for each step: connecting, each reply, each 64 KiB (default: see Limits)",
          "--timeout");
  static final Group NETWORK =
      Group.of(
          "Network",
          TIMEOUT,
          NetworkOptions.IPV4,
          NetworkOptions.IPV6,
          NetworkOptions.BIND,
          NetworkOptions.RESOLVE,
          NetworkOptions.PROXY);

  static final Flag TRACE = Flag.of("as --verbose", "--trace");
  static final Group SEEING =
      Group.of("Seeing the wire", CommonOptions.VERBOSE, TRACE, CommonOptions.EXPLAIN);

  private ServerOptions() {}

  static Path file(String text) throws Malformed {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Malformed("file", text, Math.max(0, e.getIndex()), e.getReason());
    }
  }

  /** SASL keeps its parts apart by NUL and by 0x01, lines end with CR LF: none can be in a name. */
  private static String name(String text) throws Malformed {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new Malformed("name", text, i, "control characters have no place here");
      }
    }
    if (text.isEmpty()) throw new Malformed("name", text, 0, "expected who signs in");
    return text;
  }
}
