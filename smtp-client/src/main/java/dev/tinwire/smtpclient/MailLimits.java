package dev.tinwire.smtpclient;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.command.Command;
import java.time.Duration;

/**
 * What is taken from a server at most, and how long it is waited for.
 *
 * @param line bytes in a line of a reply; RFC 5321 §4.5.3.1.5 says 512, and servers say more
 * @param lines in one reply
 * @param reply bytes in one reply
 * @param connect to find, reach and shake hands
 * @param answer for a reply to come whole, and for {@link #PIECE} bytes to get out
 * @param verdict for the reply to the message itself (RFC 5321 §4.5.3.2.6)
 * @param farewell for the reply to QUIT, which changes nothing any more
 */
record MailLimits(
    int line,
    int lines,
    int reply,
    Duration connect,
    Duration answer,
    Duration verdict,
    Duration farewell) {
  /** How much of a message is sent under one deadline. */
  static final int PIECE = 64 * 1024;

  /** How much of a message goes into one BDAT; each is held in memory. */
  static final int CHUNK = 1 << 20;

  /** How many challenges one AUTH may bring. */
  static final int CHALLENGES = 4;

  static final MailLimits DEFAULT =
      new MailLimits(
          2048,
          512,
          64 * 1024,
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofSeconds(5));

  /** With one patience for everything: {@code --timeout}. */
  MailLimits within(Duration time) {
    Duration bye = time.compareTo(farewell) < 0 ? time : farewell;
    return new MailLimits(line, lines, reply, time, time, time, bye);
  }

  /** For the help page. */
  Command.Entry[] entries() {
    return new Command.Entry[] {
      new Command.Entry("2 KiB", "for a line of a reply; 512 lines, 64 KiB for a reply"),
      new Command.Entry(Durations.print(connect), "to connect and shake hands"),
      new Command.Entry(
          Durations.print(answer), "for a reply, or for 64 KiB of a message to get out"),
      new Command.Entry(Durations.print(verdict), "for the reply to the message itself"),
      new Command.Entry("1 MiB", "of a message in memory; larger ones are streamed"),
      new Command.Entry("998 bytes", "for a line of a message (RFC 5321 §4.5.3.1.6)")
    };
  }
}
