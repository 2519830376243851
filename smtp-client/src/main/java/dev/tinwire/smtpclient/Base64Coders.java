package dev.tinwire.smtpclient;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.codec.binary.Base64;

/**
 * Codes blocks of a large file beside who sends them, a few ahead: coding 50 MB takes a quarter of
 * a second, as long as all the rest of sending them.
 */
final class Base64Coders implements AutoCloseable {
  private static final int CODERS = 2;

  /** Coded and not sent yet. */
  private static final int AHEAD = 2 * CODERS;

  private final Base64 coder;
  private final OutputStream out;
  private final ExecutorService coders =
      Executors.newFixedThreadPool(
          CODERS, Thread.ofPlatform().daemon().name("base64-", 1).factory());
  private final Queue<Future<byte[]>> blocks = new ArrayDeque<>();

  Base64Coders(Base64 coder, OutputStream out) {
    this.coder = coder;
    this.out = out;
  }

  /** Takes a block, which is the coders' from now on, and sends what has had its time. */
  void add(byte[] block) throws IOException {
    blocks.add(coders.submit(() -> coder.encode(block)));
    if (blocks.size() > AHEAD) send();
  }

  /** Sends what there still is. */
  void finish() throws IOException {
    while (!blocks.isEmpty()) send();
  }

  private void send() throws IOException {
    try {
      out.write(blocks.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while coding").initCause(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("bytes cannot be coded in base64", e.getCause());
    }
  }

  @Override
  public void close() {
    coders.shutdownNow();
  }
}
