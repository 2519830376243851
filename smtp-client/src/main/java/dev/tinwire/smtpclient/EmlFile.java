package dev.tinwire.smtpclient;

import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A message that is ready in a file. It is sent byte for byte, but for Bcc, which is for the
 * envelope alone (RFC 5322 §3.6.3), and for line ends, which whoever sends it puts right. The
 * header is kept in memory, the body is read as it is sent.
 *
 * @param header what goes before the body, the empty line between them not included; one character
 *     for each octet
 * @param bodyAt where the empty line begins in the file
 * @param length how long the file was when it was opened
 */
record EmlFile(
    Path file,
    String header,
    long bodyAt,
    long length,
    Envelope envelope,
    long size,
    boolean eightBit,
    boolean international)
    implements Content {
  private static final int MOST_HEADER = 1 << 20;
  private static final int BLOCK = 64 * 1024;

  /** Reads the header, and looks through the body once. */
  static EmlFile open(Path file) throws IOException {
    if (!Files.exists(file)) throw new NoSuchFileException(file.toString());
    if (!Files.isRegularFile(file)) throw fault(file, "is no file that can be read twice");
    byte[] block = headerBlock(file);
    try {
      var parsed = EmlHeader.parse(block);
      String header = parsed.without("bcc");
      var seen = new Seen();
      seen.write(octets(header), 0, header.length());
      boolean international = seen.eightBit();
      long length = Files.size(file);
      var unread =
          new EmlFile(
              file,
              header,
              block.length,
              length,
              parsed.envelope(),
              0,
              international,
              international);
      unread.writeBody(seen);
      return new EmlFile(
          file,
          header,
          block.length,
          length,
          unread.envelope,
          seen.size(),
          seen.eightBit(),
          international);
    } catch (WireException e) {
      throw fault(file, "cannot be sent: " + e.getMessage());
    }
  }

  /** The lines before the first empty one. */
  private static byte[] headerBlock(Path file) throws IOException {
    var block = new ByteArrayOutputStream();
    var line = new ByteArrayOutputStream();
    try (var in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        line.write(b);
        if (block.size() + line.size() > MOST_HEADER) throw new TooLong("header", MOST_HEADER);
        if (b != EmlHeader.BARE_LF) continue;
        if (isEmpty(line.toByteArray())) return block.toByteArray();
        line.writeTo(block);
        line.reset();
      }
    }
    line.writeTo(block);
    return block.toByteArray();
  }

  private static boolean isEmpty(byte[] line) {
    return line.length == 1 || (line.length == 2 && line[0] == '\r');
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(octets(header));
    writeBody(out);
  }

  private static byte[] octets(String header) {
    return header.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void writeBody(OutputStream out) throws IOException {
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(bodyAt);
      long left = length - bodyAt;
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        left -= n;
        if (left < 0) break;
        out.write(block, 0, n);
      }
      if (left != 0) throw fault(file, "changed while it was being sent");
    }
  }

  private static WireException fault(Path file, String problem) {
    return new WireException(Visible.of(file.toString()) + " " + problem);
  }

  /** Looks at bytes that go by. */
  private static final class Seen extends OutputStream {
    private final CountedLines count = new CountedLines();
    private boolean eightBit;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        if (bytes[i] < 0) eightBit = true;
        // RFC 5321 §4.5.2 lets no NUL through, and servers cut or drop at it.
        if (bytes[i] == 0) throw new WireException("it has a byte 0 in it; is it a message?");
      }
      count.write(bytes, offset, length);
    }

    boolean eightBit() {
      return eightBit;
    }

    long size() {
      return count.bytes();
    }
  }
}
