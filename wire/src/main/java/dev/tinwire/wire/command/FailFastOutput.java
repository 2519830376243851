package dev.tinwire.wire.command;

import java.io.IOException;
import java.io.OutputStream;

/** A stream whose failures get through a {@code PrintStream}, which would only note them. */
final class FailFastOutput extends OutputStream {
  private final OutputStream out;

  FailFastOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new OutputFailed(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new OutputFailed(e);
    }
  }
}
