package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/** What a command prints, for a test that waits for its lines while it runs. */
final class PipedLines extends OutputStream {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private int lines;

  PrintStream stream() {
    return new PrintStream(this, true, UTF_8);
  }

  @Override
  public synchronized void write(int octet) {
    octets.write(octet);
    if (octet == '\n') lines++;
    notifyAll();
  }

  /** Waits for so many lines, and returns all there is. */
  synchronized String await(int count) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (lines < count) {
      long left = end - System.nanoTime();
      if (left <= 0) throw new AssertionError("only " + lines + " lines:\n" + all());
      wait(Math.max(1, left / 1_000_000));
    }
    return all();
  }

  synchronized String all() {
    return octets.toString(UTF_8);
  }
}
