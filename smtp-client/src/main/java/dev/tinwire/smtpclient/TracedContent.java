package dev.tinwire.smtpclient;

import dev.tinwire.wire.Conversation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Shows the beginning of a message as it goes out; pictures in base64 would fill screens. */
final class TracedContent extends OutputStream {
  private static final int LINES = 60;
  private static final int WIDTH = 120;

  private final OutputStream out;
  private final Conversation conversation;
  private final StringBuilder line = new StringBuilder();
  private long lines;

  TracedContent(OutputStream out, Conversation conversation) {
    this.out = out;
    this.conversation = conversation;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') endLine();
      else if (bytes[i] != '\r' && line.length() < WIDTH) line.append((char) (bytes[i] & 0xff));
    }
    out.write(bytes, offset, length);
  }

  private void endLine() {
    // Two blanks, so that nobody takes it for a command.
    if (lines < LINES) conversation.sent("  " + decoded());
    line.setLength(0);
    lines++;
  }

  private String decoded() {
    byte[] bytes = line.toString().getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Says how much was not shown. */
  void finish() {
    if (lines > LINES) conversation.note("and " + (lines - LINES) + " more lines of the message");
  }
}
