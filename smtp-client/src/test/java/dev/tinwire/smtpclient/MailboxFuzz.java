package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/** Any text is mailboxes that can stand in commands and read back the same, or refused. */
public final class MailboxFuzz {
  private MailboxFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      for (Mailbox mailbox : Mailbox.parseList(text)) {
        SmtpCommand.rcpt(mailbox, "");
        Mailbox again = Mailbox.parse(mailbox.toString());
        if (!again.equals(mailbox)) throw new AssertionError(mailbox + " is read as " + again);
      }
    } catch (Malformed e) {
      if (e.at() < 0 || e.at() > text.length()) throw new AssertionError(e);
    }
  }
}
