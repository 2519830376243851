package dev.tinwire.httpserver;

import dev.tinwire.http.Persistence;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A prepared answer on its way to a client, however many writes that takes. */
final class Sending {
  private final Prepared answer;
  private final Instant begun;
  private final long start;
  private final ByteBuffer[] parts;
  private final Patience.Progress progress;

  /**
   * The rest of an answer, the client of which keeps us waiting from now on.
   *
   * @param parts what has not left; nobody else changes it
   */
  Sending(
      Prepared answer, Instant begun, long start, ByteBuffer[] parts, Patience.Progress progress) {
    this.answer = answer;
    this.begun = begun;
    this.start = start;
    this.parts = parts;
    this.progress = progress;
    progress.waiting();
  }

  /** Sends as much as the client takes now; whether that was the last of it. */
  boolean goOn(GatheringByteChannel channel) throws IOException {
    progress.moved(channel.write(parts));
    if (!left()) return true;
    progress.waiting();
    return false;
  }

  /**
   * Whether the client takes anything. A selector tells only when a third of the system's buffer is
   * free, and for a slow client, to whom a large one was given, that may take longer than patience.
   */
  boolean moves(GatheringByteChannel channel) throws IOException {
    long taken = channel.write(parts);
    if (taken == 0) return false;
    progress.moved(taken);
    progress.waiting();
    return true;
  }

  private boolean left() {
    return parts[parts.length - 1].hasRemaining();
  }

  Persistence persistence() {
    return answer.persistence();
  }

  /** What is to be told of it, now that it is over. */
  Served served(InetSocketAddress client) {
    int rest = 0;
    for (ByteBuffer part : parts) rest += part.remaining();
    return told(answer, begun, start, client, rest);
  }

  /**
   * What is to be told of an answer that is over.
   *
   * @param rest how many bytes of it have not left
   */
  static Served told(
      Prepared answer, Instant begun, long start, InetSocketAddress client, int rest) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    int content = Math.max(0, answer.contentLength() - rest);
    var request = Optional.of(answer.request());
    return new Served(begun, client, request, answer.status(), 0, content, took, rest == 0);
  }
}
