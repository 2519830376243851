package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The header of a message as lines without their last CRLF (RFC 5322 §3.6). Pure. */
final class MessageHeader {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private MessageHeader() {}

  static List<String> of(Draft draft, ZonedDateTime now, String messageId) throws Malformed {
    var lines = new ArrayList<String>();
    lines.add("Date: " + date(now));
    lines.add(AddressList.field("From", List.of(draft.from())));
    addresses(lines, "Reply-To", draft.replyTo());
    addresses(lines, "To", draft.to());
    addresses(lines, "Cc", draft.cc()); // Bcc is the envelope's alone
    HeaderText.demandOneLine("subject", draft.subject(), 0);
    if (!draft.subject().isBlank()) {
      lines.add(HeaderLine.unstructured("Subject", draft.subject()));
    }
    lines.add("Message-ID: <" + messageId + ">");
    for (HeaderField field : draft.headers()) {
      lines.add(HeaderLine.unstructured(field.name(), field.value()));
    }
    lines.add("MIME-Version: 1.0");
    return lines;
  }

  private static void addresses(List<String> lines, String name, List<Mailbox> all)
      throws Malformed {
    if (!all.isEmpty()) lines.add(AddressList.field(name, all));
  }

  /** RFC 5322 §3.3. The JDK's own formatter writes GMT for +0000, which is obsolete there. */
  static String date(ZonedDateTime at) {
    int minutes = at.getOffset().getTotalSeconds() / 60;
    return "%s, %d %s %04d %02d:%02d:%02d %s%02d%02d"
        .formatted(
            DAYS.get(at.getDayOfWeek().getValue() - 1),
            at.getDayOfMonth(),
            MONTHS.get(at.getMonthValue() - 1),
            at.getYear(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            minutes < 0 ? "-" : "+",
            Math.abs(minutes) / 60,
            Math.abs(minutes) % 60);
  }
}
