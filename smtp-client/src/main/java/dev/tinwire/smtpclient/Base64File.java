package dev.tinwire.smtpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * A file in base64 (RFC 2045 §6.8), read as it is sent and never in memory as a whole. The JDK's
 * encoder is used for it, which the JIT compiles to vector instructions.
 *
 * @param length how long it was when the message was composed; its size has been declared by then
 */
record Base64File(Path file, long length) {
  private static final byte[] CRLF = {'\r', '\n'};
  private static final int LINE = 76;

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
    return characters + (characters + LINE - 1) / LINE * CRLF.length;
  }

  void writeTo(OutputStream out) throws IOException {
    var encoder = Base64.getMimeEncoder(LINE, CRLF);
    byte[] block = new byte[(int) Math.min(BLOCK, Math.max(1, length))];
    byte[] encoded = new byte[(int) new Base64File(file, block.length).size()];
    try (InputStream in = Files.newInputStream(file)) {
      for (long gone = 0; gone < length; ) {
        int n = in.readNBytes(block, 0, (int) Math.min(block.length, length - gone));
        if (n < Math.min(block.length, length - gone)) throw changed("shorter");
        byte[] whole = n == block.length ? block : Arrays.copyOf(block, n);
        out.write(encoded, 0, encoder.encode(whole, encoded));
        out.write(CRLF);
        gone += n;
      }
      if (in.read() >= 0) throw changed("longer");
    }
  }

  /** Half of one version and half of another must not pass for a file. */
  private IOException changed(String how) {
    return fault(file, "became " + how + " while it was being sent");
  }

  private static IOException fault(Path file, String problem) {
    return new WireException(Visible.of(file.toString()) + " " + problem);
  }
}
