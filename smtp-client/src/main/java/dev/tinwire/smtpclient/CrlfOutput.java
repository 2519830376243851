package dev.tinwire.smtpclient;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The one way a message gets to the wire: whatever its lines end with (CR LF, LF or CR alone), from
 * here on they end with CR LF and nothing else. A server that takes a lone LF for the end of a line
 * would otherwise see lines, and with a dot a message's end, where another sees none (RFC 5321
 * §2.3.8, §4.1.1.4; CVE-2023-51764).
 */
final class CrlfOutput extends OutputStream {
  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] END = {'.', '\r', '\n'};

  private final OutputStream out;
  private final boolean dots;
  private boolean lineStart = true;
  private boolean afterCr;

  /**
   * A filter before a stream.
   *
   * @param dots whether a dot that begins a line is doubled, as DATA wants it (§4.5.2)
   */
  CrlfOutput(OutputStream out, boolean dots) {
    this.out = out;
    this.dots = dots;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    int from = offset;
    for (int at = offset; at < end; at++) {
      byte b = bytes[at];
      if (b == '\r' && at + 1 < end && bytes[at + 1] == '\n') {
        at++; // as it should be, so it goes out with what stands around it
        lineStart = true;
        afterCr = false;
      } else if (b == '\n' || b == '\r') {
        out.write(bytes, from, at - from);
        // The LF of a CR LF was written with its CR.
        if (b == '\r' || !afterCr) out.write(CRLF, 0, 2);
        afterCr = b == '\r';
        lineStart = true;
        from = at + 1;
      } else {
        if (lineStart && dots && b == '.') {
          out.write(bytes, from, at - from);
          out.write('.');
          from = at;
        }
        lineStart = false;
        afterCr = false;
      }
    }
    out.write(bytes, from, end - from);
  }

  /** Ends the last line, if it has no end. */
  void endLine() throws IOException {
    if (!lineStart) out.write(CRLF, 0, 2);
    lineStart = true;
    afterCr = false;
  }

  /** The line that ends the message (RFC 5321 §4.1.1.4). */
  void endMessage() throws IOException {
    endLine();
    out.write(END, 0, END.length);
  }
}
