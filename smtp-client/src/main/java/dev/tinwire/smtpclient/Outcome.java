package dev.tinwire.smtpclient;

import java.util.List;

/** What became of one message. */
sealed interface Outcome {
  /**
   * The server took it over (RFC 5321 §6.1).
   *
   * @param recipients for whom
   * @param refused whom it did not take it for; then somebody has to be told
   */
  record Accepted(Reply reply, List<Mailbox> recipients, List<RefusedRecipient> refused)
      implements Outcome {}

  /** The server has not got it, for certain. */
  record Failed(Problem problem, List<RefusedRecipient> refused) implements Outcome {}

  /** It was sent whole and nothing came back: nobody knows. Sent again, it may arrive twice. */
  record Unsure(Problem problem) implements Outcome {}

  /** Somebody the server does not take this message for. */
  record RefusedRecipient(Mailbox mailbox, Reply reply) {}

  /** What the shell is told. */
  default int status() {
    return switch (this) {
      case Accepted(_, _, var refused) -> refused.isEmpty() ? MailStatus.DONE : ofRefused(refused);
      case Failed(var problem, _) -> problem.status();
      case Unsure _ -> MailStatus.UNSURE;
    };
  }

  /** Only what is refused for good is worth an end; one of those decides. */
  private static int ofRefused(List<RefusedRecipient> refused) {
    return refused.stream().allMatch(r -> r.reply().isTransient())
        ? MailStatus.LATER
        : MailStatus.NO_USER;
  }
}
