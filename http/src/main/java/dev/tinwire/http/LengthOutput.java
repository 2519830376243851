package dev.tinwire.http;

import java.io.IOException;
import java.io.OutputStream;

/** A body of the length its head has promised: never a byte more, and finished with none less. */
final class LengthOutput extends BodyOutput {
  private final long promised;
  private long left;

  LengthOutput(OutputStream out, long promised) {
    super(out);
    this.promised = promised;
    this.left = promised;
  }

  @Override
  void send(byte[] bytes, int offset, int length) throws IOException {
    if (length > left) {
      throw new IOException("more than the " + promised + " bytes promised, such as a file grown");
    }
    out.write(bytes, offset, length);
    left -= length;
  }

  @Override
  void end() throws IOException {
    if (left > 0) {
      throw new IOException(
          left + " of " + promised + " bytes promised are missing, such as of a file cut short");
    }
  }
}
