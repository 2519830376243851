package dev.tinwire.smtpclient;

import java.io.OutputStream;

/** Counts what it is given as if every line ended in CRLF, the last one too, and keeps nothing. */
final class CountedLines extends OutputStream {
  private long bytes;
  private int last = '\n';

  @Override
  public void write(int b) {
    int octet = b & 0xff;
    boolean afterCr = last == '\r';
    if (octet == '\n') {
      bytes += afterCr ? 1 : 2;
    } else {
      if (afterCr) bytes++; // a bare CR, which becomes a line end
      bytes++;
    }
    last = octet;
  }

  @Override
  public void write(byte[] data, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (last == '\r' || data[i] == '\n') {
        write(data[i]);
      } else {
        bytes++;
        last = data[i] & 0xff;
      }
    }
  }

  /** The count, the end that the last line may lack included. */
  long bytes() {
    return switch (last) {
      case '\n' -> bytes;
      case '\r' -> bytes + 1;
      default -> bytes + 2;
    };
  }
}
