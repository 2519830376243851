package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of a message as lines without their last CRLF (RFC 5322 §3.6). Pure. */
final class MessageHeader {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  // Nobody else writes these two (HeaderField), so a line that begins so is the field.
  private static final String DATE = "Date: ";
  private static final String MESSAGE_ID = "Message-ID: ";

  private MessageHeader() {}

  static List<String> of(Draft draft, ZonedDateTime now, String messageId) throws Malformed {
    var lines = new ArrayList<String>();
    lines.add(DATE + date(now));
    lines.add(AddressList.field("From", List.of(draft.from())));
    addresses(lines, "Reply-To", draft.replyTo());
    addresses(lines, "To", draft.to());
    addresses(lines, "Cc", draft.cc()); // Bcc is the envelope's alone
    HeaderText.demandOneLine("subject", draft.subject(), 0);
    if (!draft.subject().isBlank()) {
      lines.add(HeaderLine.unstructured("Subject", draft.subject()));
    }
    lines.add(messageId(messageId));
    for (HeaderField field : draft.headers()) {
      lines.add(HeaderLine.unstructured(field.name(), field.value()));
    }
    lines.add("MIME-Version: 1.0");
    return lines;
  }

  /** The header of the same message once more: with another date, and another identifier. */
  static List<String> renewed(List<String> header, ZonedDateTime now, String messageId) {
    var lines = new ArrayList<String>(header.size());
    for (String line : header) {
      if (line.startsWith(DATE)) lines.add(DATE + date(now));
      else if (line.startsWith(MESSAGE_ID)) lines.add(messageId(messageId));
      else lines.add(line);
    }
    return lines;
  }

  /** With its angle brackets. */
  static Optional<String> messageIdOf(List<String> header) {
    return header.stream()
        .filter(line -> line.startsWith(MESSAGE_ID))
        .map(line -> line.substring(MESSAGE_ID.length()))
        .findFirst();
  }

  private static String messageId(String id) {
    return MESSAGE_ID + "<" + id + ">";
  }

  private static void addresses(List<String> lines, String name, List<Mailbox> all)
      throws Malformed {
    if (!all.isEmpty()) lines.add(AddressList.field(name, all));
  }

  /** RFC 5322 §3.3. The JDK's own formatter writes GMT for +0000, which is obsolete there. */
  static String date(ZonedDateTime at) {
    int minutes = at.getOffset().getTotalSeconds() / 60;
    var date = new StringBuilder(DAYS.get(at.getDayOfWeek().getValue() - 1)).append(", ");
    date.append(at.getDayOfMonth()).append(' ').append(MONTHS.get(at.getMonthValue() - 1));
    padded(date.append(' '), at.getYear(), 4);
    padded(date.append(' '), at.getHour(), 2);
    padded(date.append(':'), at.getMinute(), 2);
    padded(date.append(':'), at.getSecond(), 2);
    padded(date.append(minutes < 0 ? " -" : " +"), Math.abs(minutes) / 60, 2);
    padded(date, Math.abs(minutes) % 60, 2);
    return date.toString();
  }

  /** String.format asks for the customs of a country first, 10 ms of them in a young JVM. */
  private static void padded(StringBuilder out, int number, int digits) {
    String text = Integer.toString(number);
    out.repeat('0', Math.max(0, digits - text.length())).append(text);
  }
}
