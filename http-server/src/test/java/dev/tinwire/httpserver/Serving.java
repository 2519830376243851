package dev.tinwire.httpserver;

import dev.tinwire.testkit.Loopback;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The whole command at work in this JVM, as its command line says: what a test asks is what a user
 * would be answered.
 */
final class Serving implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("https?://[^/]*:([0-9]+)/");
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch end = new CountDownLatch(1);
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final Said out = new Said();
  private final Said err = new Said();

  /** Serves that path at a free port of the loopback. */
  Serving(Path home, Path path, String... options) throws Exception {
    var words = new ArrayList<>(List.of("--port", "0"));
    words.addAll(List.of(options));
    words.add(path.toString());
    var command = new ServeTool().command(new ServeCommand(home, end::await, Optional::empty));
    var standard =
        new Standard(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            Terminals.NONE);
    Thread.ofPlatform()
        .start(() -> {
          status.complete(command.run(words, standard));
          port.completeExceptionally(new AssertionError("it ended: " + err));
        });
    var _ = port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(Loopback.V4, port.join());
  }

  /** Stdout so far: where it is, and a line for each request a moment after its answer. */
  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** Ends it as Ctrl-C does. */
  @Override
  public void close() {
    end.countDown();
    int left;
    try {
      left = status.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted before it ended", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("it did not end: " + err, e);
    }
    if (left != 0) throw new AssertionError("it ended with " + left + ": " + err);
  }

  /** A stream that can be read at any time, and notices the line that says where it listens. */
  private final class Said extends OutputStream {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
      if (port.isDone()) return;
      var url = URL.matcher(text);
      if (url.find()) port.complete(Integer.parseInt(url.group(1)));
    }

    @Override
    public synchronized String toString() {
      return text.toString();
    }
  }
}
