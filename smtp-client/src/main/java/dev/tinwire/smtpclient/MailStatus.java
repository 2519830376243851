package dev.tinwire.smtpclient;

import dev.tinwire.wire.command.Command;

/** What {@code tinwire mail} tells the shell: the numbers of sysexits.h, and one of our own. */
final class MailStatus {
  static final int DONE = 0;
  static final int USAGE = 64;
  static final int DATA = 65;
  static final int NO_INPUT = 66;
  static final int NO_USER = 67;
  static final int NO_HOST = 68;
  static final int UNAVAILABLE = 69;
  static final int IO = 74;
  static final int LATER = 75;
  static final int PROTOCOL = 76;
  static final int NO_PERMISSION = 77;
  static final int CONFIG = 78;

  /** Beyond sysexits: sent, and nothing came back. */
  static final int UNSURE = 79;

  static final Command.Entry[] ENTRIES = {
    new Command.Entry("0", "accepted by the server"),
    new Command.Entry("64", "wrong usage"),
    new Command.Entry("65", "this message cannot be sent to this server (size, script, form)"),
    new Command.Entry("66", "a file to be sent cannot be read"),
    new Command.Entry("67", "a recipient was refused"),
    new Command.Entry("68", "there is no such host"),
    new Command.Entry("69", "refused for good (5xx)"),
    new Command.Entry("74", "a file or the output failed under way"),
    new Command.Entry("75", "not now (4xx), not reached, or cut off before the message"),
    new Command.Entry("76", "the server does not follow the protocol"),
    new Command.Entry("77", "signing in failed"),
    new Command.Entry("78", "no TLS to be had, a certificate not trusted, no password"),
    new Command.Entry("79", "sent without an answer: it may have been delivered"),
  };

  private MailStatus() {}
}
