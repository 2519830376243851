package dev.tinwire.httpserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes little at a time takes something, also while a selector says nothing of it. */
class SendingTest {
  private static final int HUGE = 48 << 20;
  private static final int LITTLE = 16 * 1024;
  private static final Pace PACE = new Pace(Duration.ofSeconds(30), 500);

  @TempDir Path folder;

  private final AtomicLong now = new AtomicLong();
  private final Patience patience = new Patience(now::get);

  private static Prepared answer() throws IOException {
    var in = new ByteArrayInputStream("GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(US_ASCII));
    var head = RequestHead.read(new ByteReader(in, 1024), Limits.SERVER, Leniency.SERVER);
    var known = new InstantAnswer(Answer.of(Status.OK, Content.of("")), () -> true);
    return new Prepared(head, Terms.of(head, false), known, "Date: now\r\n");
  }

  /** Reads a little again and again, until the other end could write. */
  private static void until(SocketChannel there, Attempt moved) throws IOException {
    ByteBuffer into = ByteBuffer.allocate(LITTLE);
    for (long read = 0; !moved.succeeds(); ) {
      read += there.read(into.clear());
      assertTrue(read < HUGE, "never took anything");
    }
  }

  @FunctionalInterface
  private interface Attempt {
    boolean succeeds() throws IOException;
  }

  @Test
  void anAnswerFromMemoryMovesBeforeTheSelectorTells() throws Exception {
    ByteBuffer[] parts = {ByteBuffer.allocateDirect(HUGE)};
    try (var pair = new Pair();
        var selector = Selector.open()) {
      pair.here.register(selector, SelectionKey.OP_WRITE);
      var sending = new Sending(answer(), Instant.EPOCH, 0, parts, patience.progress(PACE));
      while (pair.here.write(parts) > 0) Thread.onSpinWait();
      now.addAndGet(PACE.stall().toNanos());
      assertFalse(sending.moves(pair.here));
      assertTrue(patience.over(), "a try that moves nothing gains no time");
      until(pair.there, () -> sending.moves(pair.here));
      assertFalse(patience.over());
      assertEquals(0, selector.selectNow());
    }
  }

  @Test
  void aLoadMovesBeforeTheSelectorTells() throws Exception {
    Path file = Files.write(folder.resolve("file"), new byte[HUGE]);
    try (var channel = FileChannel.open(file);
        var pair = new Pair();
        var selector = Selector.open()) {
      var load = new Load(pair.here, channel, 0, HUGE, patience.progress(PACE));
      load.await(selector);
      ByteBuffer block = ByteBuffer.allocateDirect(1 << 20);
      assertFalse(load.goOn(block, HUGE));
      assertFalse(load.urgent(Duration.ofSeconds(29)));
      now.addAndGet(PACE.stall().toNanos());
      assertTrue(load.urgent(Duration.ZERO));
      until(
          pair.there,
          () -> {
            assertFalse(load.goOn(block, HUGE));
            return !load.urgent(Duration.ZERO);
          });
      assertEquals(0, selector.selectNow());
    }
  }
}
