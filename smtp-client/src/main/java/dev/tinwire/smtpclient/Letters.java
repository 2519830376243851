package dev.tinwire.smtpclient;

import static dev.tinwire.smtpclient.MessageOptions.BATCH;
import static dev.tinwire.smtpclient.MessageOptions.BCC;
import static dev.tinwire.smtpclient.MessageOptions.CC;
import static dev.tinwire.smtpclient.MessageOptions.COUNT;
import static dev.tinwire.smtpclient.MessageOptions.EML;
import static dev.tinwire.smtpclient.MessageOptions.FROM;
import static dev.tinwire.smtpclient.MessageOptions.TO;

import dev.tinwire.wire.command.Option;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.command.Value;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/** All messages of one command line, each made when its turn comes. */
sealed interface Letters {
  int count();

  /** The one of this number, counted from 0. */
  Letter get(int index) throws IOException, UsageError;

  /** What messages are made of besides the command line. */
  record Ink(RandomGenerator random, Clock clock) {
    Letter letter(Draft draft) throws IOException, UsageError {
      Envelope envelope = draft.envelope();
      if (envelope.recipients().isEmpty()) throw nobody();
      return Letter.composed(envelope, Composer.compose(draft, random, clock));
    }
  }

  /** The same draft again and again; each message is another, with an identifier of its own. */
  final class Drafted implements Letters {
    private final Draft draft;
    private final int count;
    private final Ink ink;
    private final Envelope envelope;
    private final Composed first;

    Drafted(Draft draft, int count, Ink ink) throws IOException, UsageError {
      this.draft = draft;
      this.count = count;
      this.ink = ink;
      this.envelope = draft.envelope();
      if (envelope.recipients().isEmpty()) throw nobody();
      this.first = Composer.compose(draft, ink.random(), ink.clock());
    }

    @Override
    public int count() {
      return count;
    }

    /** Files are looked at each time: they may have changed since. */
    @Override
    public Letter get(int index) throws IOException, UsageError {
      if (index == 0) return Letter.composed(envelope, first);
      if (!draft.attachments().isEmpty() || !draft.inline().isEmpty()) return ink.letter(draft);
      return Letter.composed(envelope, Composer.again(first, draft, ink.random(), ink.clock()));
    }
  }

  /** A ready file. */
  record Ready(Letter letter, int count) implements Letters {
    @Override
    public Letter get(int index) {
      return letter;
    }
  }

  /** A message for each row. */
  record Rows(DraftPlan plan, BatchFile file, Ink ink) implements Letters {
    @Override
    public int count() {
      return file.rows().size();
    }

    @Override
    public Letter get(int index) throws IOException, UsageError {
      BatchRow row = file.rows().get(index);
      Draft draft = plan.draft(new Filling.Row(row, file.columns()));
      try {
        return ink.letter(draft);
      } catch (IOException e) {
        throw row.fault(e);
      }
    }
  }

  static Letters of(Parsed parsed, Standard standard, Ink ink) throws IOException, UsageError {
    if (parsed.find(EML).isPresent()) return ready(parsed);
    DraftPlan plan = DraftPlan.read(parsed, standard);
    if (parsed.find(BATCH).isEmpty()) {
      return new Drafted(plan.draft(new Filling.Same()), parsed.get(COUNT), ink);
    }
    if (parsed.get(COUNT) > 1) throw new UsageError("--batch and --count do not go together");
    BatchFile file = BatchFile.read(parsed.get(BATCH));
    // All rows are looked at before the first is sent: half a batch is hard to take up again.
    var rows = new Rows(plan, file, ink);
    for (int i = 0; i < rows.count(); i++) rows.get(i);
    return rows;
  }

  private static UsageError nobody() {
    return new UsageError("nobody to send it to: give --to WHO");
  }

  private static Letters ready(Parsed parsed) throws IOException, UsageError {
    refuseOthers(parsed);
    var same = new Filling.Same();
    EmlFile file = EmlFile.open(parsed.get(EML));
    var to = new LinkedHashSet<Mailbox>();
    for (Value<String> option : List.of(TO, CC, BCC)) {
      for (String text : parsed.all(option)) to.addAll(same.mailboxes(option, text));
    }
    List<Mailbox> recipients = to.isEmpty() ? file.envelope().recipients() : List.copyOf(to);
    if (recipients.isEmpty()) throw nobody();
    Mailbox from = file.envelope().from();
    if (parsed.find(FROM).isPresent()) {
      from = same.mailboxes(FROM, parsed.get(FROM)).getFirst();
    }
    return new Ready(Letter.foreign(new Envelope(from, recipients), file), parsed.get(COUNT));
  }

  /** A ready message is not changed. */
  private static void refuseOthers(Parsed parsed) throws UsageError {
    var kept = List.of(FROM, TO, CC, BCC, EML);
    var others = new ArrayList<Option>(MessageOptions.MESSAGE.options());
    others.removeAll(kept);
    others.add(BATCH);
    for (Option option : others) {
      if (option instanceof Value<?> value && !parsed.all(value).isEmpty()) {
        throw new UsageError("--eml sends a message as it is; " + option.name() + " does not fit");
      }
    }
  }
}
