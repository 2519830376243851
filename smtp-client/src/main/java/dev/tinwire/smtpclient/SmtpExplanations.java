package dev.tinwire.smtpclient;

import dev.tinwire.wire.terminal.Explanations;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a line of SMTP does, in a few words, with the section that says so. */
final class SmtpExplanations {
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("EHLO", "says who we are and asks what is offered (RFC 5321 §4.1.1.1)"),
          Map.entry("HELO", "the same, for servers of before 1995 (RFC 5321 §4.1.1.1)"),
          Map.entry("STARTTLS", "asks to go on encrypted (RFC 3207 §4)"),
          Map.entry("AUTH", "signs in; *** is a secret in base64 (RFC 4954 §4)"),
          Map.entry("***", "answers the question; a secret in base64 (RFC 4954 §4)"),
          Map.entry("*", "breaks the sign-in off (RFC 4954 §4)"),
          Map.entry("MAIL", "begins a message: whom failures go to (RFC 5321 §4.1.1.2)"),
          Map.entry("RCPT", "one who gets it (RFC 5321 §4.1.1.3)"),
          Map.entry("DATA", "announces the message (RFC 5321 §4.1.1.4)"),
          Map.entry("BDAT", "so many bytes of the message follow (RFC 3030 §2)"),
          Map.entry("RSET", "forgets the message begun (RFC 5321 §4.1.1.5)"),
          Map.entry("QUIT", "goodbye (RFC 5321 §4.1.1.10)"));

  private static final Map<String, String> KEYWORDS =
      Map.ofEntries(
          Map.entry("STARTTLS", "offers to go on encrypted (RFC 3207)"),
          Map.entry("AUTH", "ways to sign in (RFC 4954 §3)"),
          Map.entry("PIPELINING", "takes several commands in one turn (RFC 2920)"),
          Map.entry("CHUNKING", "takes messages by their length (RFC 3030)"),
          Map.entry("SIZE", "the largest message it takes, in bytes (RFC 1870)"),
          Map.entry("8BITMIME", "takes bytes above 127 (RFC 6152)"),
          Map.entry("SMTPUTF8", "takes addresses in any script (RFC 6531)"),
          Map.entry("DSN", "reports on the delivery (RFC 3461)"),
          Map.entry("ENHANCEDSTATUSCODES", "says precisely why (RFC 2034)"),
          Map.entry("BINARYMIME", "takes any bytes (RFC 3030)"),
          Map.entry("VRFY", "tells whether somebody is known (RFC 5321 §3.5)"),
          Map.entry("ETRN", "for servers that fetch their mail (RFC 1985)"),
          Map.entry("HELP", "explains itself (RFC 5321 §4.1.1.8)"));

  private SmtpExplanations() {}

  static Optional<String> of(Explanations.Direction direction, String line) {
    return switch (direction) {
      case SENT -> ofSent(line);
      case RECEIVED -> ofReceived(line);
    };
  }

  /** Lines of a message are indented, so that they are not taken for commands. */
  private static Optional<String> ofSent(String line) {
    if (line.equals("  .")) return Optional.of("the message ends here (RFC 5321 §4.1.1.4)");
    if (line.isEmpty()) return Optional.of("lets the server say its no (RFC 4954 §4)");
    return Optional.ofNullable(VERBS.get(firstWord(line)));
  }

  private static Optional<String> ofReceived(String line) {
    if (line.length() < 3) return Optional.empty();
    String rest = line.length() > 4 ? line.substring(4) : "";
    if (line.startsWith("250")) {
      String known = KEYWORDS.get(firstWord(rest.replace('=', ' ')).toUpperCase(Locale.ROOT));
      if (known != null) return Optional.of(known);
    }
    return ofCode(line);
  }

  private static Optional<String> ofCode(String line) {
    return switch (line.substring(0, 3)) {
      case "220" -> Optional.of("ready (RFC 5321 §4.2.3)");
      case "221" -> Optional.of("goodbye (RFC 5321 §4.2.3)");
      case "235" -> Optional.of("signed in (RFC 4954 §6)");
      case "250", "251" -> Optional.of("done (RFC 5321 §4.2.3)");
      case "334" -> Optional.of("asks for the next answer, in base64 (RFC 4954 §4)");
      case "354" -> Optional.of("wants the message now, up to a line with a dot (RFC 5321 §4.2.3)");
      case "421" -> Optional.of("the server closes the connection (RFC 5321 §3.8)");
      case "530" -> Optional.of("wants TLS or a sign-in first (RFC 3207 §4, RFC 4954 §6)");
      case "535" -> Optional.of("name or password refused (RFC 4954 §6)");
      case "552" -> Optional.of("too large (RFC 1870 §6.1)");
      default -> ofDigit(line.charAt(0));
    };
  }

  private static Optional<String> ofDigit(char digit) {
    return switch (digit) {
      case '2' -> Optional.of("yes (RFC 5321 §4.2.1)");
      case '3' -> Optional.of("go on (RFC 5321 §4.2.1)");
      case '4' -> Optional.of("not now (RFC 5321 §4.2.1)");
      case '5' -> Optional.of("no (RFC 5321 §4.2.1)");
      default -> Optional.empty();
    };
  }

  private static String firstWord(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ' ') end++;
    return line.substring(0, end);
  }
}
