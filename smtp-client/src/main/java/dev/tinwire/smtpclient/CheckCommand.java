package dev.tinwire.smtpclient;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.secret.Prompt;
import java.io.IOException;
import java.util.Optional;

/** {@code tinwire mail check}: goes in as far as the sign-in, and says what was seen. */
final class CheckCommand {
  private CheckCommand() {}

  static Command command(OAuthCommands oauth) {
    return Command.of(
            "mail check",
            "looks at a mail server as a sender would",
            (parsed, standard) -> run(parsed, standard, oauth))
        .options(ServerOptions.SERVERS)
        .options(ServerOptions.SIGNING_IN)
        .options(ServerOptions.NETWORK)
        .options(ServerOptions.SEEING)
        .examples(
            new Command.Entry("tinwire mail check --via gmail --auth none", "without signing in"),
            new Command.Entry("tinwire mail check --server mx.example --user me", "and with"))
        .statuses(MailStatus.ENTRIES)
        .limits(MailLimits.DEFAULT.entries());
  }

  private static int run(Parsed parsed, Standard standard, OAuthCommands oauth)
      throws WireException, InterruptedException, UsageError {
    Output output = MailCommand.output(parsed, standard);
    Route route = RoutePlan.of(parsed, standard);
    var findings = new Findings();
    Optional<Problem> problem = look(parsed, standard, output, route, findings, oauth);
    if (output.json()) {
      Json.Obj line = CheckReport.json(route, findings, problem);
      output.jsonLines().write(line);
    } else {
      CheckReport.lines(route, findings, problem).forEach(output.out()::println);
    }
    return problem.map(Problem::status).orElse(MailStatus.DONE);
  }

  private static Optional<Problem> look(
      Parsed parsed,
      Standard standard,
      Output output,
      Route route,
      Findings findings,
      OAuthCommands oauth)
      throws InterruptedException, UsageError {
    AuthChoice choice = parsed.get(ServerOptions.AUTH);
    MailLimits limits =
        parsed
            .find(ServerOptions.TIMEOUT)
            .map(MailLimits.DEFAULT::within)
            .orElse(MailLimits.DEFAULT);
    try {
      // Without a name nobody signs in; a look at the server is worth something all the same.
      Credentials credentials =
          parsed.find(ServerOptions.USER).isEmpty()
              ? new Credentials.None()
              : new CredentialPlan(parsed, standard, route, output, Prompt.terminal(), oauth)
                  .read();
      var conversation = output.conversation(SmtpExplanations::of);
      var entrance = new Entrance(route, credentials, choice, limits, conversation);
      entrance.enter(findings).dialogue().quit();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Problem.of(Stage.LOGIN, e));
    }
  }
}
