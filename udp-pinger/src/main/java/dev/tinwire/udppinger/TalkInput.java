package dev.tinwire.udppinger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What comes to a talk, from the keyboard and from the network, each read by its own thread. */
final class TalkInput {
  private static final int LARGEST = 1 << 16;

  /** More than so many nobody reads. */
  private static final int MOST = 1000;

  /** So often whoever waits looks whether the user wants an end. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** One thing that came. */
  sealed interface Came {}

  /** A line of the keyboard, or a packet. */
  record Text(String text, int length, long nanoTime) implements Came {}

  /** The peer's host says that nobody listens, or another one that there is no way. */
  record Refusal(String reason, long nanoTime) implements Came {}

  /** Nothing more comes from there. */
  record End() implements Came {}

  private final BlockingQueue<Came> typed = new LinkedBlockingQueue<>();
  private final BlockingQueue<Came> replies = new LinkedBlockingQueue<>(MOST);
  private final Wishes wishes;
  private final Runnable figures;

  /**
   * Begins to read.
   *
   * @param figures is run where the user wants to see how it stands
   */
  TalkInput(InputStream keyboard, PingSocket socket, Wishes wishes, Runnable figures) {
    this.wishes = wishes;
    this.figures = figures;
    Thread.ofPlatform().daemon().name("ping-typed").start(() -> readLines(keyboard));
    Thread.ofPlatform().daemon().name("ping-receiver").start(() -> receive(socket));
  }

  /** What is typed next; nothing once the user wants an end. */
  Optional<Came> typed() throws InterruptedException {
    return next(typed, Long.MAX_VALUE);
  }

  /** What the network brings next within that time. */
  Optional<Came> reply(long nanos) throws InterruptedException {
    return next(replies, nanos);
  }

  private Optional<Came> next(BlockingQueue<Came> queue, long nanos) throws InterruptedException {
    long began = System.nanoTime();
    long left = nanos;
    do {
      if (wishes.takeFigures()) figures.run();
      Came came = queue.poll(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS);
      if (came != null) return Optional.of(came);
      left = nanos - (System.nanoTime() - began);
    } while (left > 0 && !wishes.isEnd());
    return Optional.empty();
  }

  private void readLines(InputStream in) {
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        typed.add(new Text(line, line.length(), System.nanoTime()));
      }
    } catch (IOException _) {
      // Nobody types any more.
    }
    typed.add(new End());
  }

  private void receive(PingSocket socket) {
    var buffer = ByteBuffer.allocate(LARGEST);
    var arrival = new Arrival();
    while (true) {
      try {
        socket.receive(buffer.clear(), arrival);
        int length = Math.min(arrival.length, LARGEST);
        String text = new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
        replies.offer(new Text(text, arrival.length, arrival.nanoTime));
      } catch (PortUnreachableException _) {
        replies.offer(new Refusal("port unreachable", System.nanoTime()));
      } catch (UnreachableException e) {
        replies.offer(new Refusal(e.words() + ", says " + e.from(), System.nanoTime()));
      } catch (IOException _) {
        replies.offer(new End());
        return;
      }
    }
  }
}
