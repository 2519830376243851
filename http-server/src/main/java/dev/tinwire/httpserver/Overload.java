package dev.tinwire.httpserver;

import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.Persistence;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Tells those for whom there is no place to come later, without a thread for any of them: the
 * answer fits into the empty buffer of a new socket. They are kept open for a moment, a few at a
 * time, since closing before their request was read would destroy the answer (RFC 9112 §9.6).
 */
final class Overload implements Closeable {
  private static final int MOST_KEPT = 256;
  private static final String RETRY_AFTER_SECONDS = "5";
  private static final String SENTENCE = "too many connections are open";

  private record Kept(SocketChannel channel, long end) {}

  private final ArrayDeque<Kept> kept = new ArrayDeque<>();
  private final DateLine date = new DateLine();

  /** Answers and half-closes. */
  synchronized void refuse(SocketChannel accepted, Instant now) throws IOException {
    keep(accepted);
    accepted.configureBlocking(false);
    accepted.write(ByteBuffer.wrap(answer(date.at(now))));
    accepted.shutdownOutput();
  }

  /** For those to whom no words can be said, before TLS. */
  synchronized void keep(SocketChannel accepted) throws IOException {
    if (kept.size() == MOST_KEPT) end(kept.removeFirst());
    kept.addLast(new Kept(accepted, System.nanoTime() + ServerLimits.LINGER.toNanos()));
  }

  static byte[] answer(String date) {
    var answer =
        SparePage.of(Refusal.SERVICE_UNAVAILABLE, SENTENCE)
            .with("Retry-After", RETRY_AFTER_SECONDS);
    var head = new AnswerHead(answer, Method.GET, HttpVersion.HTTP_1_1, Persistence.CLOSE);
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.toBytes(date));
    var page = SparePage.text(Refusal.SERVICE_UNAVAILABLE, SENTENCE);
    all.writeBytes(page.getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  /** Closes those whose time is over. */
  synchronized void expire(long now) {
    while (isOver(kept.peekFirst(), now)) end(kept.removeFirst());
  }

  private static boolean isOver(@Nullable Kept first, long now) {
    return first != null && first.end - now <= 0;
  }

  /** What was sent to us is taken first: unread, it would make the end a reset. */
  private static void end(Kept refused) {
    try (var channel = refused.channel) {
      channel.configureBlocking(false);
      channel.read(ByteBuffer.allocate(8192));
    } catch (IOException _) {
      // It was gone already.
    }
  }

  @Override
  public synchronized void close() {
    while (!kept.isEmpty()) end(kept.removeFirst());
  }
}
