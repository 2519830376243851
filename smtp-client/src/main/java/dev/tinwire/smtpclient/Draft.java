package dev.tinwire.smtpclient;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A message as its author thinks of it, before {@link Composer} gives it the form that is sent.
 * Nothing in it is checked yet: a fault in a value is {@link Composer}'s to tell.
 *
 * @param replyTo whom answers go to; nobody said means the author
 * @param bcc who gets it without being named in it
 * @param attachments files, each under its own name
 * @param inline images that the HTML shows: {@code <img src="cid:NAME">} by the name of the file
 * @param headers further header fields, in this order
 */
record Draft(
    Mailbox from,
    List<Mailbox> replyTo,
    List<Mailbox> to,
    List<Mailbox> cc,
    List<Mailbox> bcc,
    String subject,
    Optional<String> text,
    Optional<String> html,
    List<Path> attachments,
    List<Path> inline,
    List<HeaderField> headers) {
  Draft {
    replyTo = List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    bcc = List.copyOf(bcc);
    attachments = List.copyOf(attachments);
    inline = List.copyOf(inline);
    headers = List.copyOf(headers);
  }

  /** Everybody it goes to, each once. */
  Envelope envelope() {
    var all = new LinkedHashSet<Mailbox>();
    List.of(to, cc, bcc).forEach(all::addAll);
    return new Envelope(from, List.copyOf(all));
  }
}
