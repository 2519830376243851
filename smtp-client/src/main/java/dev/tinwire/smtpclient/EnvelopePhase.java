package dev.tinwire.smtpclient;

import dev.tinwire.smtpclient.Outcome.RefusedRecipient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MAIL and RCPT, and what may go along with them: one after the other, or as many at once as the
 * server allows.
 */
final class EnvelopePhase {
  /** Something that is sent behind the last command, in the same turn. */
  @FunctionalInterface
  interface Tail {
    void send() throws IOException;
  }

  private record Line(Stage stage, SmtpCommand command, Optional<Mailbox> recipient) {
    Line(Stage stage, SmtpCommand command) {
      this(stage, command, Optional.empty());
    }
  }

  private final Session session;
  private final Letter letter;
  private final SendOptions options;
  private final Way way;
  private final List<Mailbox> taken = new ArrayList<>();
  private final List<RefusedRecipient> refused = new ArrayList<>();
  private Optional<Problem> sender = Optional.empty();
  private Optional<Reply> announced = Optional.empty();

  EnvelopePhase(Session session, Letter letter, SendOptions options, Way way) {
    this.session = session;
    this.letter = letter;
    this.options = options;
    this.way = way;
  }

  List<Mailbox> taken() {
    return List.copyOf(taken);
  }

  List<RefusedRecipient> refused() {
    return List.copyOf(refused);
  }

  /** The reply to a DATA that went along. */
  Optional<Reply> announced() {
    return announced;
  }

  /** Says it all and hears what is said to it. */
  void run(Tail tail) throws IOException {
    Dialogue dialogue = session.dialogue();
    List<Line> lines = lines();
    int said = 0;
    for (int heard = 0; heard < lines.size(); heard++) {
      if (sender.isEmpty()) {
        for (; said < lines.size() && said - heard < way.window(); said++) {
          dialogue.say(lines.get(said).stage(), lines.get(said).command());
        }
        if (said == lines.size() && heard == 0) tail.send();
      }
      if (heard == said) return; // without PIPELINING a refused sender ends it
      take(lines.get(heard), dialogue.hear(lines.get(heard).stage()));
    }
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    if (session.dirty()) lines.add(new Line(Stage.SENDER, SmtpCommand.rset()));
    Capabilities offered = session.capabilities();
    String parameters = Parameters.ofMail(letter, offered, options);
    Mailbox from = letter.envelope().from();
    lines.add(new Line(Stage.SENDER, SmtpCommand.mail(from, parameters)));
    for (Mailbox to : letter.envelope().recipients()) {
      var command = SmtpCommand.rcpt(to, Parameters.ofRcpt(offered, options));
      lines.add(new Line(Stage.RECIPIENT, command, Optional.of(to)));
    }
    if (way.announced()) lines.add(new Line(Stage.DATA, SmtpCommand.data()));
    return lines;
  }

  private void take(Line line, Reply reply) throws Stopped {
    // The server leaves, whatever else was under way (RFC 5321 §3.8).
    if (reply.code() == 421) {
      sender = Optional.of(Problem.refused(line.stage(), reply));
      throw new Stopped(sender.get());
    }
    if (line.recipient().isPresent()) {
      Mailbox to = line.recipient().get();
      if (reply.isDone()) taken.add(to);
      else refused.add(new RefusedRecipient(to, reply));
    } else if (line.stage() == Stage.DATA) {
      announced = Optional.of(reply);
    } else if (!reply.isDone() && sender.isEmpty()) {
      sender = Optional.of(Problem.refused(Stage.SENDER, reply));
    }
  }

  /** Why the message is not to be sent, if that is so. */
  Optional<Problem> obstacle() {
    if (sender.isPresent()) return sender;
    if (refused.isEmpty() || (options.partial() && !taken.isEmpty())) return Optional.empty();
    // One that is refused for good decides: no later try can go well.
    Reply worst =
        refused.stream()
            .map(RefusedRecipient::reply)
            .filter(Reply::isPermanent)
            .findFirst()
            .orElse(refused.getFirst().reply());
    return Optional.of(Problem.refused(Stage.RECIPIENT, worst));
  }
}
