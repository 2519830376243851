package dev.tinwire.smtpclient;

import java.util.List;

/**
 * Who a message is from and for, as the server is told (RFC 5321 §2.3.1). What the header says may
 * differ: Bcc is only here.
 */
record Envelope(Mailbox from, List<Mailbox> recipients) {
  Envelope {
    recipients = List.copyOf(recipients);
  }
}
