package dev.tinwire.httpclient;

import dev.tinwire.wire.EndOfStream;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * A body in gzip (RFC 1952): one member or several behind one another, each with its checksum and
 * its length checked. Nothing at all is an empty body: servers send that with a length of zero.
 */
final class GzipBody extends InputStream {
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int MOST_NAME = 64 * 1024;

  private final DeflatedInput in;
  private final CRC32 checksum = new CRC32();
  private long length;
  private boolean inside;
  private boolean ended;

  GzipBody(InputStream in) {
    this.in = new DeflatedInput(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    while (!ended) {
      if (!inside) nextMember();
      if (ended) break;
      int n = in.read(into, from, count);
      if (n >= 0) {
        checksum.update(into, from, n);
        length += n;
        return n;
      }
      trailer();
    }
    return -1;
  }

  private void nextMember() throws IOException {
    int first = in.octet();
    while (first == 0 && length > 0) first = in.octet(); // tapes are padded with zeros
    if (first < 0) {
      ended = true;
      return;
    }
    if (first != 0x1f || demanded() != 0x8b || demanded() != 8) {
      throw new WireException("the body is not gzip, as its Content-Encoding says");
    }
    int flags = demanded();
    for (int i = 0; i < 6; i++) demanded(); // time, level, system
    if ((flags & HAS_EXTRA) != 0) {
      int size = demanded() | (demanded() << 8);
      for (int i = 0; i < size; i++) demanded();
    }
    if ((flags & HAS_NAME) != 0) skipText();
    if ((flags & HAS_COMMENT) != 0) skipText();
    if ((flags & HAS_CHECKSUM) != 0) {
      demanded();
      demanded();
    }
    in.begin(true);
    checksum.reset();
    length = 0;
    inside = true;
  }

  private void skipText() throws IOException {
    for (int i = 0; i < MOST_NAME; i++) if (demanded() == 0) return;
    throw new WireException("the gzip body has a name without an end");
  }

  private void trailer() throws IOException {
    long crc = number();
    long size = number();
    if (crc != checksum.getValue() || size != (length & 0xffffffffL)) {
      throw new WireException("the gzip body does not have the checksum it says");
    }
    inside = false;
    length = Math.max(1, length); // a member was there: padding may follow
  }

  private long number() throws IOException {
    long value = 0;
    for (int i = 0; i < 4; i++) value |= (long) demanded() << (8 * i);
    return value;
  }

  private int demanded() throws IOException {
    int octet = in.octet();
    if (octet < 0) throw new EndOfStream("the compressed body was cut short");
    return octet;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
