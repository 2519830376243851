package dev.tinwire.smtpclient;

import static dev.tinwire.smtpclient.LoginOptions.PROVIDER;
import static dev.tinwire.smtpclient.LoginOptions.USER;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Durations;
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
import dev.tinwire.wire.command.Value;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** {@code tinwire mail logout}: takes the token back where the provider can, and forgets it. */
record LogoutCommand(Path home, LoginCommand.Endpoints endpoints) {
  private static final Value<Duration> TIMEOUT =
      NetworkOptions.timeout(Durations.print(OAuthLimits.DEFAULT.exchange()));

  Command command() {
    return Command.of("mail logout", "forgets an OAuth login, and takes it back", this::run)
        .arguments(PROVIDER)
        .options("Whose", USER)
        .options(NetworkOptions.group(TIMEOUT))
        .examples(new Entry("tinwire mail logout gmail", "takes the token back at Google"))
        .limits(OAuthLimits.DEFAULT.entries());
  }

  private int run(Parsed parsed, Standard standard)
      throws IOException, InterruptedException, UsageError {
    var surroundings = new OAuthHome(standard.environment(), home);
    TokenStore store = surroundings.store();
    String name = parsed.get(PROVIDER);
    Path file = store.file(name, parsed.find(USER));
    if (!Files.exists(file)) {
      throw new WireException("there is no login to forget in " + Visible.of(file.toString()));
    }
    boolean revoked;
    try {
      StoredLogin login = store.read(file).orElseThrow();
      OAuthProvider provider = surroundings.provider(name, login.tenant());
      TokenEndpoint endpoint = endpoints.of(parsed, standard, provider);
      revoked = revoked(provider, login, endpoint, Deadline.in(parsed.get(TIMEOUT)));
    } catch (IOException e) {
      throw new WireException("forgotten here, but not taken back there: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(file); // whatever the provider says
    }
    say(Output.of(parsed, standard), name, revoked);
    return ExitStatus.DONE;
  }

  /** RFC 7009 §2.1: the refresh token; what was made with it ends too. */
  private static boolean revoked(
      OAuthProvider provider, StoredLogin login, TokenEndpoint endpoint, Deadline deadline)
      throws IOException, InterruptedException {
    if (provider.revoke().isEmpty()) return false;
    var form = Map.of("token", login.refresh().reveal(), "token_type_hint", "refresh_token");
    TokenEndpoint.Answer answer = endpoint.post(provider.revoke().get(), form, deadline);
    if (answer.status() == 200) return true;
    throw new WireException("the identity server answered HTTP " + answer.status());
  }

  private static void say(Output output, String name, boolean revoked) {
    if (output.json()) {
      output.jsonLines().write(Json.object().put("provider", name).put("revoked", revoked));
      return;
    }
    output.out().println(revoked ? "logged out; the token was taken back" : "logged out here");
    if (!revoked) {
      output.note(
          name
              + " has no way to take one token back; to end it there too, remove the application"
              + " from your account's page");
    }
  }
}
