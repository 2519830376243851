package dev.tinwire.smtpclient;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.io.OutputStream;

/** The message itself: up to a line with a dot (DATA), or by lengths (BDAT, RFC 3030). */
final class ContentPhase {
  /** How many chunks may be under way before the reply to the first is wanted. */
  private static final int CHUNKS_AHEAD = 4;

  private final Dialogue dialogue;
  private final Letter letter;
  private final Way way;
  private final Progress progress;
  private boolean committed;

  ContentPhase(Dialogue dialogue, Letter letter, Way way, Progress progress) {
    this.dialogue = dialogue;
    this.letter = letter;
    this.way = way;
    this.progress = progress;
  }

  /** Whether the end of the message may be on the wire: from here on nothing can be called back. */
  boolean committed() {
    return committed;
  }

  /** After a 354. The reply is still to be heard. */
  void data() throws IOException {
    dialogue.enter(Stage.CONTENT);
    var out = new MessageOutput(MailLimits.PIECE, this::piece, progress);
    write(out, true);
    dialogue.await();
  }

  private void piece(byte[] bytes, int length, boolean last) throws IOException {
    if (last) committed = true;
    dialogue.send(bytes, 0, length);
  }

  /** After a 354 that was not wanted any more: nobody is left to get it (RFC 2920 §3.1). */
  void nothing() throws IOException {
    dialogue.send(new byte[] {'.', '\r', '\n'}, 0, 3);
    dialogue.await();
  }

  /** In chunks; the reply to the last one is still to be heard. */
  void chunks() throws IOException {
    var out = new MessageOutput(MailLimits.CHUNK, this::chunk, progress);
    write(out, false);
  }

  private void chunk(byte[] bytes, int length, boolean last) throws IOException {
    dialogue.say(Stage.CONTENT, SmtpCommand.bdat(length, last));
    if (last) committed = true;
    dialogue.send(bytes, 0, length);
    int ahead = way.window() > 1 ? CHUNKS_AHEAD : 0;
    while (!last && dialogue.awaited() > ahead) took(dialogue.hear(Stage.CONTENT));
  }

  private static void took(Reply reply) throws Stopped {
    if (!reply.isDone()) throw new Stopped(Problem.refused(Stage.CONTENT, reply));
  }

  /** The verdict on the message; replies to chunks before the last come first. */
  Reply verdict() throws IOException {
    while (dialogue.awaited() > 1) {
      Reply reply = dialogue.hear(Stage.CONTENT, dialogue.limits().verdict());
      // The server does not want it, so the last chunk does not make it whole (RFC 3030 §2).
      if (!reply.isDone()) {
        committed = false;
        throw new Stopped(Problem.refused(Stage.CONTENT, reply));
      }
    }
    return dialogue.hear(Stage.VERDICT, dialogue.limits().verdict());
  }

  private void write(MessageOutput out, boolean dots) throws IOException {
    boolean traced = !dialogue.conversation().equals(Conversation.SILENT);
    var trace = new TracedContent(out, dialogue.conversation());
    OutputStream to = traced ? trace : out;
    var lines = new CrlfOutput(to, dots);
    try {
      letter.content().writeTo(lines);
    } catch (IOException e) {
      if (out.failure().isPresent()) throw out.failure().get();
      throw new Stopped(
          Problem.of(
              Stage.CONTENT,
              Problem.Kind.FILE,
              "the message could not be read: " + Visible.of(String.valueOf(e.getMessage()))));
    }
    if (dots) lines.endMessage();
    else lines.endLine();
    if (traced) trace.finish();
    out.finish();
  }
}
