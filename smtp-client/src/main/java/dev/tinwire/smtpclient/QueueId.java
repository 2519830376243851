package dev.tinwire.smtpclient;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Under which name a server keeps a message it accepted, if its words tell. Pure. */
final class QueueId {
  /** No standard says how; these are the words of Postfix, Exim, Sendmail, Exchange and Gmail. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?i)queued as <?([A-Za-z0-9][A-Za-z0-9._@-]{2,79})>?"),
          Pattern.compile("(?i)\\bid=<?([A-Za-z0-9][A-Za-z0-9._@-]{2,79})>?"),
          Pattern.compile("(?i)\\bOK +[0-9]{6,12} ([A-Za-z0-9._-]{6,79}) - gsmtp"),
          Pattern.compile("([A-Za-z0-9]{8,20}) Message accepted for delivery"),
          Pattern.compile("<([A-Za-z0-9][A-Za-z0-9._@-]{2,79})> \\[?.*Queued mail for delivery"));

  private QueueId() {}

  static Optional<String> of(Reply reply) {
    String text = reply.text();
    return FORMS.stream()
        .map(form -> form.matcher(text))
        .filter(Matcher::find)
        .findFirst()
        .map(found -> found.group(1));
  }
}
