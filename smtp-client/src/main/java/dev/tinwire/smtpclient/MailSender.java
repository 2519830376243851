package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.terminal.Progress;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends mail for other parts of the suite. How it is sent is said in the words of {@code tinwire
 * mail}: {@code --via gmail --user me@gmail.com --password-file FILE}. Nobody is ever asked for a
 * password, and nothing is printed.
 *
 * @param how the server, the login, {@code --from}
 * @param environment where SMTP_PASSWORD, the home with {@code .netrc} and proxies are found
 * @param endpoints who renews tokens of a login that was kept
 */
public record MailSender(
    List<String> how, Map<String, String> environment, TokenEndpoint.Maker endpoints) {
  /**
   * For each step. RFC 5321 §4.5.3.2 would wait minutes for some; what is sent here is short and
   * tried again, and rather comes twice than late.
   */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What became of a message. */
  public sealed interface Answer {
    /** A server takes care of it from now on. */
    record Taken() implements Answer {}

    /** It has to be sent again, now or later. */
    record NotNow(String why) implements Answer {}

    /** It would fail again in the same way. */
    record Never(String why) implements Answer {}
  }

  /** What is done once the words are understood. */
  @FunctionalInterface
  private interface Work {
    Answer with(Parsed parsed, Standard standard)
        throws IOException, InterruptedException, UsageError;
  }

  public MailSender {
    how = List.copyOf(how);
    environment = Map.copyOf(environment);
  }

  /** What is wrong with the words, if anything is; asks no server and reads no password. */
  public Optional<String> fault() throws InterruptedException {
    Answer answer =
        run((parsed, standard) -> {
          from(parsed);
          RoutePlan.of(parsed, standard);
          return new Answer.Taken();
        });
    return answer instanceof Answer.Never(String why) ? Optional.of(why) : Optional.empty();
  }

  /**
   * Sends one message.
   *
   * @param to addresses, {@code name@example.org}
   */
  public Answer send(List<String> to, String subject, String text) throws InterruptedException {
    return run((parsed, standard) -> sent(parsed, standard, to, subject, text));
  }

  private Answer sent(
      Parsed parsed, Standard standard, List<String> to, String subject, String text)
      throws IOException, InterruptedException, UsageError {
    var recipients = Mailbox.parseList(String.join(",", to));
    var none = List.<Mailbox>of();
    var draft =
        new Draft(
            from(parsed),
            none,
            recipients,
            none,
            none,
            subject,
            Optional.of(text),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of());
    var dice = new SecureRandom();
    Letter letter = new Letters.Ink(dice, new LocalClock()).letter(draft);
    Route route = RoutePlan.of(parsed, standard);
    Output output = Output.of(parsed, standard);
    Credentials credentials;
    try {
      var oauth = new OAuthCommands(endpoints);
      credentials =
          new CredentialPlan(parsed, standard, route, output, Optional.empty(), oauth).read();
    } catch (IOException e) {
      return answer(Problem.of(Stage.LOGIN, e), route);
    }
    MailLimits limits =
        MailLimits.DEFAULT.within(parsed.find(ServerOptions.TIMEOUT).orElse(PATIENCE));
    var conversation = output.conversation(SmtpExplanations::of);
    var entrance =
        new Entrance(route, credentials, parsed.get(ServerOptions.AUTH), limits, conversation);
    var around =
        new Submission.Surroundings(
            System::nanoTime, dice, Thread::sleep, _ -> {}, _ -> Progress.silent());
    // Who is refused must not keep the alarm from the others.
    var options = new SendOptions(true, Optional.empty());
    try (var submission = new Submission(entrance, options, 0, around)) {
      return answer(submission.send(letter).outcome(), route);
    }
  }

  private static Mailbox from(Parsed parsed) throws UsageError {
    var said = parsed.find(MessageOptions.FROM).or(() -> parsed.find(ServerOptions.USER));
    try {
      return Mailbox.parse(said.orElse(""));
    } catch (Malformed _) {
      throw new UsageError("who sends it? --from WHO says it");
    }
  }

  private static Answer answer(Outcome outcome, Route route) {
    return switch (outcome) {
      case Outcome.Accepted _ -> new Answer.Taken();
      case Outcome.Failed(Problem problem, _) -> answer(problem, route);
      // It may have arrived. Of an alarm two are better than none.
      case Outcome.Unsure(Problem problem) -> new Answer.NotNow(MailReport.words(problem, route));
    };
  }

  private static Answer answer(Problem problem, Route route) {
    String why = MailReport.words(problem, route);
    // A login that was refused is not tried for an hour: servers lock accounts for that.
    return switch (problem.status()) {
      case MailStatus.LATER, MailStatus.NO_HOST, MailStatus.IO, ExitStatus.INTERRUPTED ->
          new Answer.NotNow(why);
      default -> new Answer.Never(why);
    };
  }

  private Answer run(Work work) throws InterruptedException {
    var said = new ByteArrayOutputStream();
    var nowhere = new PrintStream(said, false, StandardCharsets.UTF_8);
    var standard =
        new Standard(InputStream.nullInputStream(), nowhere, nowhere, environment, Terminals.NONE);
    Answer[] found = {new Answer.Never("these words send nothing")};
    int status =
        command(
                (parsed, all) -> {
                  found[0] = work.with(parsed, all);
                  return ExitStatus.DONE;
                })
            .run(how, standard);
    if (Thread.interrupted()) throw new InterruptedException();
    if (status == ExitStatus.DONE) return found[0];
    nowhere.flush();
    return new Answer.Never(complaint(said.toString(StandardCharsets.UTF_8)));
  }

  /** Of a complaint as commands print it what is wrong: behind the name of the command. */
  private static String complaint(String printed) {
    String first = printed.lines().findFirst().orElse("");
    return first.substring(first.indexOf(": ") + 1).strip();
  }

  private static Command command(Command.Action action) {
    return Command.of("mail", "sends for others", action)
        .options(ServerOptions.SERVERS)
        .options(ServerOptions.SIGNING_IN)
        .options("Message", MessageOptions.FROM)
        .options(ServerOptions.NETWORK);
  }
}
