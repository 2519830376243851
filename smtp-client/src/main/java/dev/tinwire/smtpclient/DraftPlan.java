package dev.tinwire.smtpclient;

import static dev.tinwire.smtpclient.MessageOptions.ATTACH;
import static dev.tinwire.smtpclient.MessageOptions.BCC;
import static dev.tinwire.smtpclient.MessageOptions.BODY;
import static dev.tinwire.smtpclient.MessageOptions.BODY_FILE;
import static dev.tinwire.smtpclient.MessageOptions.CC;
import static dev.tinwire.smtpclient.MessageOptions.FROM;
import static dev.tinwire.smtpclient.MessageOptions.HEADER;
import static dev.tinwire.smtpclient.MessageOptions.HTML_FILE;
import static dev.tinwire.smtpclient.MessageOptions.INLINE;
import static dev.tinwire.smtpclient.MessageOptions.REPLY_TO;
import static dev.tinwire.smtpclient.MessageOptions.SUBJECT;
import static dev.tinwire.smtpclient.MessageOptions.TO;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.command.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says of a message.
 *
 * @param text read already: standard input can be read once
 */
record DraftPlan(Parsed parsed, Optional<String> text, Optional<String> html) {
  private static final int MOST_TEXT = 32 << 20;

  /** Reads the texts that are in files. */
  static DraftPlan read(Parsed parsed, Standard standard) throws IOException, UsageError {
    Optional<String> text = parsed.find(BODY);
    Optional<String> file = parsed.find(BODY_FILE);
    if (text.isPresent() && file.isPresent()) {
      throw new UsageError("--body or --body-file: choose one");
    }
    if (file.isPresent()) text = Optional.of(body(file.get(), standard));
    Optional<String> html = Optional.empty();
    if (parsed.find(HTML_FILE).isPresent()) {
      Path path = parsed.get(HTML_FILE);
      try (var in = Files.newInputStream(path)) {
        html = Optional.of(text(path.toString(), in));
      }
    }
    var plan = new DraftPlan(parsed, text, html);
    if (plan.isEmpty()) {
      throw new UsageError("nothing to send: give --subject, --body, --attach or --eml");
    }
    return plan;
  }

  private boolean isEmpty() {
    return text.isEmpty()
        && html.isEmpty()
        && parsed.find(SUBJECT).isEmpty()
        && parsed.all(ATTACH).isEmpty();
  }

  private static String body(String file, Standard standard) throws IOException, UsageError {
    if (file.equals("-")) return text("standard input", standard.in());
    try (var in = Files.newInputStream(path(BODY_FILE, file))) {
      return text(file, in);
    }
  }

  private static String text(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_TEXT + 1);
    if (bytes.length > MOST_TEXT) throw new TooLong(name, MOST_TEXT);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WireException(name + " is not text in UTF-8; send it with --attach", e);
    }
  }

  Draft draft(Filling filling) throws UsageError, WireException {
    var attachments = new ArrayList<Path>();
    for (String file : parsed.all(ATTACH)) {
      attachments.add(path(ATTACH, filling.text(ATTACH, file)));
    }
    Value<?> body = parsed.find(BODY).isPresent() ? BODY : BODY_FILE;
    return new Draft(
        from(filling),
        mailboxes(REPLY_TO, filling),
        mailboxes(TO, filling),
        mailboxes(CC, filling),
        mailboxes(BCC, filling),
        filling.text(SUBJECT, parsed.find(SUBJECT).orElse("")),
        filled(body, text, filling),
        filled(HTML_FILE, html, filling),
        attachments,
        parsed.all(INLINE),
        parsed.all(HEADER));
  }

  private static Optional<String> filled(Value<?> option, Optional<String> text, Filling filling)
      throws UsageError {
    return text.isEmpty() ? text : Optional.of(filling.text(option, text.get()));
  }

  /** Who signs in sends, unless told otherwise. */
  private Mailbox from(Filling filling) throws UsageError, WireException {
    Optional<String> said = parsed.find(FROM);
    if (said.isPresent()) {
      List<Mailbox> all = filling.mailboxes(FROM, said.get());
      if (all.size() > 1) throw new UsageError("--from: a message has one sender");
      return all.getFirst();
    }
    try {
      return Mailbox.parse(parsed.find(ServerOptions.USER).orElse(""));
    } catch (Malformed _) {
      throw new UsageError("who sends it? --from WHO says it");
    }
  }

  private List<Mailbox> mailboxes(Value<String> option, Filling filling)
      throws UsageError, WireException {
    var all = new ArrayList<Mailbox>();
    for (String text : parsed.all(option)) all.addAll(filling.mailboxes(option, text));
    return all;
  }

  private static Path path(Value<?> option, String text) throws UsageError {
    try {
      return ServerOptions.file(text);
    } catch (Malformed e) {
      throw UsageError.of(option, e);
    }
  }
}
