package dev.tinwire.smtpclient;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Interrupts;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.OutputFailed;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.util.OptionalLong;

/** {@code tinwire mail}: understands the line, makes the messages, sends them, says what came. */
final class MailCommand {
  /** What is larger gets a line that shows how far it is. */
  private static final long WORTH_A_BAR = 1 << 20;

  private final OAuthCommands oauth;
  private final Parsed parsed;
  private final Standard standard;
  private final Output output;
  private final Conversation conversation;

  private MailCommand(Parsed parsed, Standard standard, OAuthCommands oauth) {
    this.oauth = oauth;
    this.parsed = parsed;
    this.standard = standard;
    this.output = output(parsed, standard);
    this.conversation = output.conversation(SmtpExplanations::of);
  }

  static int run(Parsed parsed, Standard standard, OAuthCommands oauth)
      throws InterruptedException, UsageError {
    return new MailCommand(parsed, standard, oauth).run();
  }

  /** As all tools do, and with {@code --trace} for another name of {@code --verbose}. */
  static Output output(Parsed parsed, Standard standard) {
    Output usual = Output.of(parsed, standard);
    return new Output(
        usual.out(),
        usual.outScreen(),
        usual.err(),
        usual.errScreen(),
        usual.json(),
        usual.quiet(),
        usual.verbose() || parsed.has(ServerOptions.TRACE),
        parsed.has(CommonOptions.EXPLAIN));
  }

  private int run() throws InterruptedException, UsageError {
    var report = new MailReport(output);
    try {
      var ink = new Letters.Ink(new SecureRandom(), new LocalClock());
      Letters letters = Letters.of(parsed, standard, ink);
      return parsed.has(MessageOptions.DRY_RUN)
          ? new DryRun(output).show(letters)
          : sent(letters, report);
    } catch (OutputFailed e) {
      throw e;
    } catch (IOException e) {
      report.complain(words(e));
      return e instanceof FileSystemException ? MailStatus.NO_INPUT : MailStatus.DATA;
    }
  }

  /** The JDK's file exceptions have the file's name for a message and the reason in their type. */
  static String words(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> Visible.of(e.getFile()) + ": no such file";
      case AccessDeniedException e -> Visible.of(e.getFile()) + ": permission denied";
      case FileSystemException e -> Visible.of(e.getFile() + ": " + e.getReason());
      case WireException e -> String.valueOf(e.getMessage());
      default -> Visible.of(String.valueOf(failure.getMessage()));
    };
  }

  private int sent(Letters letters, MailReport report)
      throws IOException, InterruptedException, UsageError {
    Route route = RoutePlan.of(parsed, standard);
    Letter first = letters.get(0); // what is wrong with it is said before a password is asked for
    Credentials credentials;
    try {
      credentials =
          new CredentialPlan(parsed, standard, route, output, Prompt.terminal(), oauth).read();
    } catch (IOException e) {
      return report.failed(Problem.of(Stage.LOGIN, e), route);
    }
    Interrupts.onFirst(Thread.currentThread()::interrupt);
    try (var submission = submission(route, credentials)) {
      return all(letters, first, submission, route, report);
    }
  }

  private int all(
      Letters letters, Letter first, Submission submission, Route route, MailReport report)
      throws IOException, InterruptedException, UsageError {
    int status = MailStatus.DONE;
    for (int i = 0; i < letters.count(); i++) {
      Letter letter = i == 0 ? first : letters.get(i);
      Sent sent = submission.send(letter);
      report.sent(i + 1, letters.count(), letter, sent, route);
      if (status == MailStatus.DONE) status = sent.outcome().status();
      if (Thread.interrupted()) {
        return sent.outcome() instanceof Outcome.Unsure ? status : ExitStatus.INTERRUPTED;
      }
      if (sent.outcome() instanceof Outcome.Failed(Problem problem, _) && problem.isForAll()) {
        int left = letters.count() - i - 1;
        if (left > 0) report.complain(left + " more would fail in the same way and were not tried");
        break;
      }
    }
    return status;
  }

  private Submission submission(Route route, Credentials credentials) {
    MailLimits limits =
        parsed
            .find(ServerOptions.TIMEOUT)
            .map(MailLimits.DEFAULT::within)
            .orElse(MailLimits.DEFAULT);
    var entrance =
        new Entrance(route, credentials, parsed.get(ServerOptions.AUTH), limits, conversation);
    var options =
        new SendOptions(parsed.has(MessageOptions.PARTIAL), parsed.find(MessageOptions.DSN));
    var around =
        new Submission.Surroundings(
            System::nanoTime, new SecureRandom(), Thread::sleep, output::note, this::progress);
    return new Submission(entrance, options, parsed.get(MessageOptions.RETRY), around);
  }

  private Progress progress(Letter letter) {
    long bytes = letter.measured().bytes();
    if (bytes < WORTH_A_BAR) return Progress.silent();
    return output.progress("message", Progress.Unit.BYTES, OptionalLong.of(bytes));
  }
}
