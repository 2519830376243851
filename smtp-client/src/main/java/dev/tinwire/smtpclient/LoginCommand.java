package dev.tinwire.smtpclient;

import static dev.tinwire.smtpclient.LoginOptions.CLIENT_ID;
import static dev.tinwire.smtpclient.LoginOptions.CLIENT_SECRET;
import static dev.tinwire.smtpclient.LoginOptions.DEVICE;
import static dev.tinwire.smtpclient.LoginOptions.PROVIDER;
import static dev.tinwire.smtpclient.LoginOptions.TENANT;
import static dev.tinwire.smtpclient.LoginOptions.TIMEOUT;
import static dev.tinwire.smtpclient.LoginOptions.USER;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** {@code tinwire mail login}: lets a provider ask its user, and keeps what comes of it. */
record LoginCommand(
    Path home,
    Endpoints endpoints,
    Pace pace,
    RandomGenerator random,
    Function<Map<String, String>, Browser> browsers) {
  static final String SECRET_VARIABLE = "OAUTH_CLIENT_SECRET";

  /** Makes who asks the identity server, as the network options want it. */
  @FunctionalInterface
  interface Endpoints {
    TokenEndpoint of(Parsed parsed, Standard standard, OAuthProvider provider)
        throws UsageError, IOException;
  }

  Command command() {
    return Command.of("mail login", "logs in with OAuth, for sending without a password", this::run)
        .arguments(PROVIDER)
        .options("Logging in", CLIENT_ID, CLIENT_SECRET, TENANT, DEVICE, USER)
        .options(NetworkOptions.group(TIMEOUT))
        .examples(
            new Entry("tinwire mail login office365 --client-id ID", "opens a browser"),
            new Entry("tinwire mail login outlook --client-id ID --device", "shows a code to type"),
            new Entry("tinwire mail --via office365 --user me@example.com …", "then sends with it"))
        .limits(OAuthLimits.DEFAULT.entries());
  }

  private int run(Parsed parsed, Standard standard)
      throws IOException, InterruptedException, UsageError {
    String id =
        parsed
            .find(CLIENT_ID)
            .orElseThrow(() ->
                new UsageError(
                    "--client-id is missing: register an application with the provider once;"
                        + " docs/mail.md says how"));
    var surroundings = new OAuthHome(standard.environment(), home);
    OAuthProvider provider = surroundings.provider(parsed.get(PROVIDER), parsed.find(TENANT));
    if (parsed.has(DEVICE) && provider.device().isEmpty()) {
      throw new UsageError(
          "--device: " + provider.name() + " gives no access to mail that way; leave it out");
    }
    var client = new OAuthClient(id, secret(parsed, standard));
    TokenEndpoint endpoint = endpoints.of(parsed, standard, provider);
    Deadline deadline = Deadline.in(parsed.get(TIMEOUT), pace.nanoTime());
    TokenReply.Granted tokens =
        parsed.has(DEVICE)
            ? new DeviceFlow(provider, client, endpoint, pace)
                .run(deadline, words -> standard.err().println("To log in, " + words))
            : new BrowserFlow(provider, client, endpoint, OAuthLimits.DEFAULT, random)
                .run(deadline, parsed.find(USER), url -> show(url, standard));
    keep(surroundings.store(), parsed, client, tokens, Output.of(parsed, standard));
    return ExitStatus.DONE;
  }

  private static Optional<Secret> secret(Parsed parsed, Standard standard)
      throws IOException, InterruptedException {
    Optional<SecretSource> source =
        parsed
            .find(CLIENT_SECRET)
            .<SecretSource>map(SecretSource.InFile::new)
            .or(() ->
                standard.environment().containsKey(SECRET_VARIABLE)
                    ? Optional.of(new SecretSource.Variable(SECRET_VARIABLE))
                    : Optional.empty());
    if (source.isEmpty()) return Optional.empty();
    var reader =
        new SecretReader(
            Optional.<Prompt>empty(), standard.environment()::get, standard.err()::println);
    return Optional.of(reader.read(source.get(), Deadline.in(OAuthLimits.DEFAULT.exchange())));
  }

  private void show(String url, Standard standard) {
    boolean shown = browsers.apply(standard.environment()).open(url);
    String how = shown ? "To log in, use the browser that opens, or open" : "To log in, open";
    standard.err().println(how + " this page on this computer:");
    standard.err().println(url);
  }

  private void keep(
      TokenStore store, Parsed parsed, OAuthClient client, TokenReply.Granted tokens, Output output)
      throws IOException, InterruptedException {
    String provider = parsed.get(PROVIDER);
    Secret refresh =
        tokens
            .refresh()
            .orElseThrow(() ->
                new WireException(
                    "the identity server gave a token but no way to renew it; does the"
                        + " application you registered have offline access?"));
    Instant until = pace.clock().instant().plus(tokens.lifetime());
    var login =
        new StoredLogin(provider, parsed.find(TENANT), client, refresh, tokens.access(), until);
    Path file = store.file(provider, parsed.find(USER));
    store.locked(() -> {
      store.write(file, login);
      return file;
    });
    if (output.json()) {
      output
          .jsonLines()
          .write(
              Json.object()
                  .put("provider", provider)
                  .put("file", file.toString())
                  .put("token_until", until.toString()));
    } else {
      output.out().println("logged in; kept in " + Visible.of(file.toString()));
    }
  }
}
