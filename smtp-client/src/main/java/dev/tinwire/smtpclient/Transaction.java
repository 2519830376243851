package dev.tinwire.smtpclient;

import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.util.Optional;

/**
 * One message over one session (RFC 5321 §3.3). Whatever happens ends in an {@link Outcome}; what
 * cannot be known ends in {@link Outcome.Unsure}, never in a guess.
 */
final class Transaction {
  private final Session session;
  private final Letter letter;
  private final SendOptions options;
  private final Way way;
  private final EnvelopePhase envelope;
  private final ContentPhase content;

  Transaction(Session session, Letter letter, SendOptions options, Progress progress) {
    this.session = session;
    this.letter = letter;
    this.options = options;
    this.way =
        Way.of(
            session.capabilities(),
            letter.envelope().recipients().size(),
            letter.measured().bytes(),
            options.partial());
    this.envelope = new EnvelopePhase(session, letter, options, way);
    this.content = new ContentPhase(session.dialogue(), letter, way, progress);
  }

  Outcome run() {
    Optional<Problem> unfit = Fitness.fault(letter, session.capabilities());
    if (unfit.isPresent()) return new Outcome.Failed(unfit.get(), envelope.refused());
    if (options.reports().isPresent() && !session.offers(Extension.DSN)) {
      session.dialogue().conversation().note("no reports: the server does not offer DSN");
    }
    try {
      Outcome outcome = exchanged();
      session.count();
      if (outcome instanceof Outcome.Failed(Problem problem, _) && problem.isGoodbye()) {
        session.end();
      }
      return outcome;
    } catch (IOException e) {
      return broken(e);
    }
  }

  private Outcome exchanged() throws IOException {
    envelope.run(() -> {
      if (way.whole()) content.chunks();
    });
    Optional<Problem> obstacle = envelope.obstacle();
    if (obstacle.isPresent()) {
      takeBack();
      return new Outcome.Failed(obstacle.get(), envelope.refused());
    }
    if (!way.whole()) {
      Optional<Problem> unwanted = way.chunked() ? Optional.empty() : announce();
      if (unwanted.isPresent()) {
        session.dirty(true);
        return new Outcome.Failed(unwanted.get(), envelope.refused());
      }
      if (way.chunked()) content.chunks();
      else content.data();
    }
    return judged(content.verdict());
  }

  /** The message is not to be sent after all; what of it went along comes to nothing. */
  private void takeBack() throws IOException {
    if (way.whole()) {
      content.verdict(); // there was nobody to take it for
    } else if (envelope.announced().map(Reply::wantsMore).orElse(false)) {
      content.nothing();
      session.dialogue().hear(Stage.VERDICT);
    }
    session.dirty(true);
  }

  private Optional<Problem> announce() throws IOException {
    Optional<Reply> early = envelope.announced();
    Reply reply =
        early.isPresent() ? early.get() : session.dialogue().ask(Stage.DATA, SmtpCommand.data());
    return reply.code() == 354 ? Optional.empty() : Optional.of(Problem.refused(Stage.DATA, reply));
  }

  private Outcome judged(Reply verdict) {
    session.dirty(false);
    if (verdict.isDone()) {
      return new Outcome.Accepted(verdict, envelope.taken(), envelope.refused());
    }
    Problem problem = Problem.refused(Stage.VERDICT, verdict);
    if (verdict.wantsMore()) {
      session.end();
      return new Outcome.Unsure(problem);
    }
    return new Outcome.Failed(problem, envelope.refused());
  }

  /** What a broken wire means depends on how much of the message may have got through. */
  private Outcome broken(IOException e) {
    Problem problem = Problem.of(session.dialogue().stage(), e);
    session.dialogue().abort();
    session.end();
    // Nobody, or not all, were taken before it broke: then it was not delivered, and that is why.
    Optional<Problem> obstacle = envelope.obstacle();
    return obstacle.isEmpty() && content.committed()
        ? new Outcome.Unsure(problem)
        : new Outcome.Failed(obstacle.orElse(problem), envelope.refused());
  }
}
