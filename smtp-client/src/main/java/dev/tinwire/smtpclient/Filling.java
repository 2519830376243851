package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.command.Value;
import java.util.List;
import java.util.Set;

/** How texts of the command line become those of one message. */
sealed interface Filling {
  /** As they stand. */
  record Same() implements Filling {}

  /** With the columns of a row for their placeholders. */
  record Row(BatchRow row, Set<String> columns) implements Filling {}

  default String text(Value<?> option, String text) throws UsageError {
    if (!(this instanceof Row(BatchRow row, Set<String> columns))) return text;
    return template(option, text, columns)
        .fill(row, option.equals(MessageOptions.HTML_FILE) ? Filling::inHtml : v -> v);
  }

  /** What a row says is text, also between tags. */
  private static String inHtml(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  default List<Mailbox> mailboxes(Value<?> option, String text) throws UsageError, WireException {
    try {
      return Mailbox.parseList(text(option, text));
    } catch (Malformed e) {
      switch (this) {
        case Same _ -> throw UsageError.of(option, e);
        case Row(BatchRow row, Set<String> columns) ->
            throw row.fault(template(option, text, columns), e);
      }
    }
  }

  /** A template that names no such column is the user's mistake, whatever the rows hold. */
  private static Template template(Value<?> option, String text, Set<String> columns)
      throws UsageError {
    try {
      return Template.parse(option.name(), text, columns);
    } catch (Malformed e) {
      throw UsageError.of(option, e);
    }
  }
}
