package dev.tinwire.smtpclient;

import java.io.IOException;

/** A message with its envelope, ready to go. */
record Letter(Envelope envelope, Content content, Measured measured) {
  /** Of our own making: its lines are short, and it knows its size. */
  static Letter composed(Envelope envelope, Composed content) {
    return new Letter(envelope, content, Measured.ofComposed(content));
  }

  /** Of somebody else's making: all of it is looked at. */
  static Letter foreign(Envelope envelope, Content content) throws IOException {
    return new Letter(envelope, content, Measured.of(content));
  }

  /** Whether it can only go to a server that speaks SMTPUTF8 (RFC 6531 §3.1). */
  boolean international() {
    return content.international()
        || envelope.from().international()
        || envelope.recipients().stream().anyMatch(Mailbox::international);
  }
}
