package dev.tinwire.smtpclient;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line to the server. All that is said passes through here, and what could be taken for two
 * lines, or for the end of a path, does not pass (RFC 5321 §2.3.8).
 *
 * @param line without its CRLF
 * @param shown what a trace shows of it
 * @param charset US-ASCII, or UTF-8 where the server has agreed to it (RFC 6531)
 */
record SmtpCommand(String line, String shown, Charset charset) {
  private static final String HIDDEN = "***";

  SmtpCommand {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || c == 0x7f) {
        // Every value was checked where it came in, so this is a mistake of ours. The line is not
        // repeated: it may hold a secret.
        throw new IllegalArgumentException("control character " + (int) c + " in a command");
      }
    }
    if (!new String(line.getBytes(charset), charset).equals(line)) {
      throw new IllegalArgumentException("a command that is not " + charset);
    }
  }

  private static SmtpCommand ascii(String line) {
    return new SmtpCommand(line, line, StandardCharsets.US_ASCII);
  }

  private static SmtpCommand secret(String line, String shown) {
    return new SmtpCommand(line, shown, StandardCharsets.US_ASCII);
  }

  static SmtpCommand ehlo(String name) {
    return ascii("EHLO " + word(name));
  }

  static SmtpCommand helo(String name) {
    return ascii("HELO " + word(name));
  }

  static SmtpCommand starttls() {
    return ascii("STARTTLS");
  }

  /** RFC 4954 §4; the initial response is already base64. */
  static SmtpCommand auth(Mechanism mechanism, Optional<String> initial) {
    String verb = "AUTH " + mechanism.saslName();
    return initial
        .map(text -> secret(verb + " " + word(text), verb + " " + HIDDEN))
        .orElseGet(() -> ascii(verb));
  }

  /** An answer to a challenge, already base64; may be empty. */
  static SmtpCommand response(String base64) {
    return secret(base64, base64.isEmpty() ? "" : HIDDEN);
  }

  /** Ends an AUTH before its time (RFC 4954 §4). */
  static SmtpCommand cancel() {
    return ascii("*");
  }

  /** RFC 5321 §4.1.1.2. */
  static SmtpCommand mail(Mailbox from, String parameters) {
    return path("MAIL FROM:", from, parameters);
  }

  /** RFC 5321 §4.1.1.3. */
  static SmtpCommand rcpt(Mailbox to, String parameters) {
    return path("RCPT TO:", to, parameters);
  }

  static SmtpCommand data() {
    return ascii("DATA");
  }

  /** RFC 3030 §2; the bytes follow at once. */
  static SmtpCommand bdat(int bytes, boolean last) {
    return ascii("BDAT " + bytes + (last ? " LAST" : ""));
  }

  static SmtpCommand rset() {
    return ascii("RSET");
  }

  static SmtpCommand quit() {
    return ascii("QUIT");
  }

  private static SmtpCommand path(String verb, Mailbox mailbox, String parameters) {
    String address = mailbox.address();
    if (address.indexOf('<') >= 0 || address.indexOf('>') >= 0) {
      throw new IllegalArgumentException("an angle bracket inside a path");
    }
    String line = verb + "<" + address + ">" + (parameters.isEmpty() ? "" : " " + parameters);
    Charset charset = mailbox.international() ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    return new SmtpCommand(line, line, charset);
  }

  private static String word(String text) {
    if (text.isEmpty() || text.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("not one word for a command");
    }
    return text;
  }
}
