package dev.tinwire.smtpclient;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What to sign in with, and where it comes from. A person is asked last, and told first. */
final class CredentialPlan {
  static final String PASSWORD_VARIABLE = "SMTP_PASSWORD";
  static final String TOKEN_VARIABLE = "SMTP_TOKEN";

  /** For a command that prints a secret, such as a password manager that has to be unlocked. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Parsed parsed;
  private final Route route;
  private final Output output;
  private final Standard standard;
  private final SecretReader reader;
  private final OAuthCommands oauth;

  CredentialPlan(
      Parsed parsed,
      Standard standard,
      Route route,
      Output output,
      Optional<Prompt> prompt,
      OAuthCommands oauth) {
    this.parsed = parsed;
    this.route = route;
    this.output = output;
    this.standard = standard;
    this.oauth = oauth;
    this.reader = new SecretReader(prompt, standard.environment()::get, output::note);
  }

  Credentials read() throws UsageError, IOException, InterruptedException {
    AuthChoice choice = parsed.get(ServerOptions.AUTH);
    Optional<String> user = parsed.find(ServerOptions.USER);
    if (choice == AuthChoice.NONE) return new Credentials.None();
    if (user.isEmpty()) {
      requireNobodyWanted(choice);
      return new Credentials.None();
    }
    boolean token = choice.mechanism().map(Mechanism::bearsToken).orElse(false);
    boolean password = choice.mechanism().map(m -> !m.bearsToken()).orElse(false);
    Optional<AccessTokens> tokens = password ? Optional.empty() : tokens(token, user.get());
    if (tokens.isPresent()) return new Credentials.Token(user.get(), tokens.get());
    if (token || (!password && tokenOnly() && passwordSource().isEmpty())) {
      throw new UsageError(
          parsed.find(ServerOptions.VIA).map(p -> p.wanted() + "; or ").orElse("")
              + "give a token with --token-command or SMTP_TOKEN");
    }
    return new Credentials.Password(user.get(), password(user.get()));
  }

  private void requireNobodyWanted(AuthChoice choice) throws UsageError {
    Optional<Provider> via = parsed.find(ServerOptions.VIA);
    if (via.isPresent()) {
      throw new UsageError("--via " + via.get().word() + " wants --user, your address there");
    }
    if (choice != AuthChoice.AUTO) throw new UsageError("--auth wants --user NAME");
    if (parsed.find(ServerOptions.PASSWORD_FILE).isPresent()
        || parsed.find(ServerOptions.PASSWORD_COMMAND).isPresent()
        || parsed.find(ServerOptions.TOKEN_COMMAND).isPresent()) {
      throw new UsageError("whose password is it? --user NAME says it");
    }
  }

  private boolean tokenOnly() {
    return parsed
        .find(ServerOptions.VIA)
        .map(
            p -> p.proof() == Provider.Proof.TOKEN || p.proof() == Provider.Proof.TOKEN_OR_PASSWORD)
        .orElse(false);
  }

  /** What was said on this line or in the environment counts before what was kept earlier. */
  private Optional<AccessTokens> tokens(boolean demanded, String user)
      throws UsageError, IOException {
    Optional<SecretSource> source =
        parsed
            .find(ServerOptions.TOKEN_COMMAND)
            .<SecretSource>map(SecretSource.Printed::new)
            .or(() -> variable(TOKEN_VARIABLE));
    if (source.isPresent()) {
      return source.map(from -> () -> reader.read(from, Deadline.in(PATIENCE)));
    }
    Optional<Provider> via = parsed.find(ServerOptions.VIA);
    // A login is for one provider, and its tokens are shown to nobody else.
    if (via.isEmpty() || (!demanded && passwordSource().isPresent())) return Optional.empty();
    return oauth.kept(parsed, standard, via.get().word(), user);
  }

  private Optional<SecretSource> passwordSource() throws UsageError {
    var file = parsed.find(ServerOptions.PASSWORD_FILE);
    var command = parsed.find(ServerOptions.PASSWORD_COMMAND);
    if (file.isPresent() && command.isPresent()) {
      throw new UsageError("--password-file or --password-command: choose one");
    }
    return file.<SecretSource>map(SecretSource.InFile::new)
        .or(() -> command.map(SecretSource.Printed::new))
        .or(() -> variable(PASSWORD_VARIABLE));
  }

  private Optional<SecretSource> variable(String name) {
    return Optional.ofNullable(standard.environment().get(name))
        .filter(value -> !value.isEmpty())
        .map(_ -> new SecretSource.Variable(name));
  }

  private Secret password(String user) throws UsageError, WireException, InterruptedException {
    Optional<SecretSource> named = passwordSource();
    SecretSource source =
        named.isPresent() ? named.get() : inNetrc(user).orElseGet(() -> asked(user));
    Secret secret = reader.read(source, Deadline.in(PATIENCE));
    boolean groups =
        parsed
            .find(ServerOptions.VIA)
            .map(p -> p.proof() == Provider.Proof.APP_PASSWORD)
            .orElse(false);
    return groups ? withoutBlanks(secret) : secret;
  }

  private Optional<SecretSource> inNetrc(String user) throws WireException {
    Path file = reader.usualNetrc();
    if (!Files.isReadable(file)) return Optional.empty();
    var source = new SecretSource.InNetrc(file, route.server().host(), Optional.of(user));
    return reader.find(source).flatMap(entry -> entry.password()).map(_ -> source);
  }

  /** Says which password is meant before it asks, since most people type the wrong one. */
  private SecretSource asked(String user) {
    parsed.find(ServerOptions.VIA).ifPresent(provider -> output.note(provider.wanted()));
    return new SecretSource.Typed("Password of " + user + " at " + route.server().host());
  }

  /**
   * App passwords are shown in groups of four, and copied with the blanks between them, some of
   * which are U+00A0.
   */
  static Secret withoutBlanks(Secret secret) {
    String text = secret.reveal();
    boolean grouped = text.strip().matches("[A-Za-z0-9]{4}(?:[ \u00a0][A-Za-z0-9]{4}){2,7}");
    return grouped ? Secret.of(text.replaceAll("[ \u00a0]", "")) : secret;
  }
}
