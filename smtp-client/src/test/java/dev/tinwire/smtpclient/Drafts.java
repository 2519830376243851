package dev.tinwire.smtpclient;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts for tests: from me to you, and what else the test is about. */
final class Drafts {
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T16:00:00Z"), ZoneOffset.ofHours(1));

  private Mailbox from = new Mailbox("", "me", "example.org");
  private Mailbox to = new Mailbox("", "you", "example.net");
  private final List<Mailbox> bcc = new ArrayList<>();
  private final List<Path> attachments = new ArrayList<>();
  private final List<Path> inline = new ArrayList<>();
  private String subject = "";
  private Optional<String> text = Optional.empty();
  private Optional<String> html = Optional.empty();

  Drafts from(Mailbox box) {
    from = box;
    return this;
  }

  Drafts to(Mailbox box) {
    to = box;
    return this;
  }

  Drafts bcc(Mailbox box) {
    bcc.add(box);
    return this;
  }

  Drafts subject(String words) {
    subject = words;
    return this;
  }

  Drafts text(String words) {
    text = Optional.of(words);
    return this;
  }

  Drafts html(String words) {
    html = Optional.of(words);
    return this;
  }

  Drafts attach(Path file) {
    attachments.add(file);
    return this;
  }

  Drafts inline(Path file) {
    inline.add(file);
    return this;
  }

  Draft draft() {
    return new Draft(
        from,
        List.of(),
        List.of(to),
        List.of(),
        bcc,
        subject,
        text,
        html,
        attachments,
        inline,
        List.of());
  }
}
