package dev.tinwire.smtpclient;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A message, header and body, that can be written any number of times and is the same bytes each
 * time. Line ends and leading dots are not its concern: whoever sends it filters (RFC 5321 §4.5.2).
 */
interface Content {
  void writeTo(OutputStream out) throws IOException;

  /**
   * How many bytes go over the wire with CRLF for every line end, dots not doubled, to declare with
   * SIZE (RFC 1870 §4, §6.1). Who knows it without writing says so.
   */
  default long size() throws IOException {
    var count = new CountedLines();
    writeTo(count);
    return count.bytes();
  }

  /** Whether there are bytes above 0x7F in it (RFC 6152). */
  boolean eightBit();

  /** Whether there are such bytes in its header, so that it wants SMTPUTF8 (RFC 6531). */
  boolean international();
}
