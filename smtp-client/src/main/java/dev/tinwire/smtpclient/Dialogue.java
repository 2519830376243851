package dev.tinwire.smtpclient;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Unsolicited;
import java.io.IOException;
import java.time.Duration;

/**
 * Commands out, replies in, over one connection, which belongs to it. What is said waits until
 * something is to be heard: that is one turn.
 */
final class Dialogue {
  private final Connection connection;
  private final MailLimits limits;
  private final Conversation conversation;
  private int awaited;
  private int turns;
  private boolean spoke;
  private Stage stage = Stage.GREETING;

  Dialogue(Connection connection, MailLimits limits, Conversation conversation) {
    this.connection = connection;
    this.limits = limits;
    this.conversation = conversation;
  }

  Connection connection() {
    return connection;
  }

  Endpoint peer() {
    return connection.peer();
  }

  MailLimits limits() {
    return limits;
  }

  Conversation conversation() {
    return conversation;
  }

  /** How often the server was waited for after something was sent. */
  int turns() {
    return turns;
  }

  /** What was being done when it went wrong. */
  Stage stage() {
    return stage;
  }

  void enter(Stage next) {
    stage = next;
  }

  /** Says a command; it goes out together with what follows, before the next reply is read. */
  void say(Stage next, SmtpCommand command) throws IOException {
    stage = next;
    // Between turns the server has nothing to say. What is there was meant to be taken for the
    // reply to the next command.
    if (awaited == 0 && connection.reader().anythingUnread()) {
      throw new Unsolicited(peer() + " said something before it was asked");
    }
    connection.writer().line(command.line(), command.charset());
    conversation.sent(command.shown());
    awaited++;
    spoke = true;
  }

  /** Bytes of a message; their reply was counted with the command before them. */
  void send(byte[] bytes, int offset, int length) throws IOException {
    for (int at = offset; at < offset + length; at += MailLimits.PIECE) {
      int from = at;
      int piece = Math.min(MailLimits.PIECE, offset + length - at);
      connection.within(
          Deadline.in(limits.answer()),
          stage.doing(),
          () -> {
            connection.writer().write(bytes, from, piece);
            return true;
          });
    }
    spoke = true;
  }

  /** The next reply is to something that is no command: the greeting, the end of a message. */
  void await() {
    awaited++;
  }

  int awaited() {
    return awaited;
  }

  Reply hear(Stage next) throws IOException {
    return hear(next, limits.answer());
  }

  /** The next reply; first what was said is sent. */
  Reply hear(Stage next, Duration patience) throws IOException {
    stage = next;
    Reply reply = connection.within(Deadline.in(patience), stage.doing(), this::turn);
    awaited--;
    return reply;
  }

  private Reply turn() throws IOException {
    if (spoke) {
      turns++;
      spoke = false;
      connection.writer().flush();
    }
    return ReplyReader.read(connection.reader(), limits, conversation::received);
  }

  Reply ask(Stage next, SmtpCommand command) throws IOException {
    say(next, command);
    return hear(next);
  }

  /** As {@link #ask}, where anything but a 2xx is the end. */
  Reply demand(Stage next, SmtpCommand command) throws IOException {
    Reply reply = ask(next, command);
    if (!reply.isDone()) throw new Stopped(Problem.refused(next, reply));
    return reply;
  }

  /** Says goodbye. What comes of it changes nothing that was achieved (RFC 5321 §4.1.1.10). */
  void quit() {
    try (connection) {
      say(Stage.QUIT, SmtpCommand.quit());
      hear(Stage.QUIT, limits.farewell());
    } catch (IOException e) {
      conversation.note("no goodbye: " + e.getMessage());
    }
  }

  /** Just goes. */
  void drop() {
    try {
      connection.close();
    } catch (IOException _) {
      // It was of no use any more.
    }
  }

  /** Goes in the middle of a message, so that what was sent cannot be taken for all of it. */
  void abort() {
    try {
      connection.abort();
    } catch (IOException _) {
      // It was of no use any more.
    }
  }
}
