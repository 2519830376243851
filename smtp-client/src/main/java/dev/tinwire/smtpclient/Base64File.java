package dev.tinwire.smtpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.commons.codec.binary.Base64;

/**
 * A file in base64 (RFC 2045 §6.8), read as it is sent and never in memory as a whole.
 *
 * @param length how long it was when the message was composed; its size has been declared by then
 */
record Base64File(Path file, long length) {
  private static final int LINE = 76;
  private static final int LINE_END = 2;

  /** Ends each line with CR LF, the last one too. Keeps nothing between two calls. */
  private static final Base64 CODER = Base64.builder().setLineLength(LINE).get();

  /** Whole lines, so that blocks can be encoded one by one. */
  private static final int BLOCK = LINE / 4 * 3 * 1024;

  static Base64File of(Path file) throws IOException {
    if (!Files.exists(file)) throw new NoSuchFileException(file.toString());
    // Its bytes are needed more than once, and their number before the first goes out.
    if (!Files.isRegularFile(file)) throw fault(file, "is no file, so it cannot be attached");
    return new Base64File(file, Files.size(file));
  }

  /** How many bytes that is encoded, each line with its end. */
  long size() {
    long characters = (length + 2) / 3 * 4;
    return characters + (characters + LINE - 1) / LINE * LINE_END;
  }

  void writeTo(OutputStream out) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (length <= BLOCK) {
        out.write(CODER.encode(block(in, 0)));
      } else {
        writeBlocks(in, out);
      }
      if (in.read() >= 0) throw changed("longer");
    }
  }

  private void writeBlocks(InputStream in, OutputStream out) throws IOException {
    try (var coders = new Base64Coders(CODER, out)) {
      for (long at = 0; at < length; at += BLOCK) coders.add(block(in, at));
      coders.finish();
    }
  }

  private byte[] block(InputStream in, long at) throws IOException {
    int size = (int) Math.min(BLOCK, length - at);
    byte[] block = in.readNBytes(size);
    if (block.length < size) throw changed("shorter");
    return block;
  }

  /** Half of one version and half of another must not pass for a file. */
  private IOException changed(String how) {
    return fault(file, "became " + how + " while it was being sent");
  }

  private static IOException fault(Path file, String problem) {
    return new WireException(Visible.of(file.toString()) + " " + problem);
  }
}
