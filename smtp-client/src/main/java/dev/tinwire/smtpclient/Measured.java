package dev.tinwire.smtpclient;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What must be known of a message before it is sent, found by writing it once to nowhere.
 *
 * @param bytes with every line ended by CR LF and no dots doubled (RFC 1870 §5)
 * @param longestLine its CR LF not counted
 * @param nul whether there is a NUL, which no part of SMTP carries (RFC 5321 §4.5.2, RFC 3030 §3)
 * @param messageId of its header, if it has one
 */
record Measured(long bytes, int longestLine, boolean nul, Optional<String> messageId) {
  /** RFC 5321 §4.5.3.1.6, its CR LF not counted. */
  static final int LONGEST = 998;

  private static final String FIELD = "message-id:";

  static Measured of(Content content) throws IOException {
    var meter = new Meter();
    var lines = new CrlfOutput(meter, false);
    content.writeTo(lines);
    lines.endLine();
    return new Measured(meter.bytes, meter.longest, meter.nul, meter.messageId);
  }

  /** As {@link #of}, for what we made ourselves: it knows all this without being written. */
  static Measured ofComposed(Composed message) {
    int longest = message.header().stream().mapToInt(Measured::longestIn).max().orElse(0);
    return new Measured(message.size(), longest, false, message.messageId());
  }

  /** In a field, which may be folded to several lines. */
  private static int longestIn(String field) {
    int longest = 0;
    for (String line : field.split("\r\n", -1)) {
      longest = Math.max(longest, line.getBytes(StandardCharsets.UTF_8).length);
    }
    return longest;
  }

  /** Counts what has CR LF at the end of every line. */
  private static final class Meter extends OutputStream {
    private final StringBuilder line = new StringBuilder();
    private long bytes;
    private int length;
    private int longest;
    private boolean nul;
    private boolean header = true;
    private boolean folded;
    private Optional<String> messageId = Optional.empty();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int count) {
      bytes += count;
      for (int i = offset; i < offset + count; i++) {
        byte b = data[i];
        if (b == '\n') {
          endLine();
        } else if (b != '\r') {
          length++;
          if (b == 0) nul = true;
          if (header && line.length() < LONGEST) line.append((char) (b & 0x7f));
        }
      }
    }

    private void endLine() {
      longest = Math.max(longest, length);
      if (header) read(line.toString());
      if (length == 0) header = false;
      line.setLength(0);
      length = 0;
    }

    /** The identifier may stand on the line after the name (RFC 5322 §2.2.3). */
    private void read(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      boolean begins = lower.startsWith(FIELD);
      boolean goesOn = folded && !text.isEmpty() && text.charAt(0) <= ' ';
      if (messageId.isEmpty() && (begins || goesOn)) {
        String value = (begins ? text.substring(FIELD.length()) : text).strip();
        if (!value.isEmpty()) messageId = Optional.of(value);
      }
      folded = messageId.isEmpty() && (begins || goesOn);
    }
  }
}
