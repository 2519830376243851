package dev.tinwire.udppinger;

import dev.tinwire.wire.Visible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * {@code --interactive}: sends what is typed, line by line, and shows what comes back and how long
 * it took; the textbook's timer client. One message is under way at a time.
 */
final class Interactive {
  private static final int LARGEST = 1 << 16;
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Something that came, or the end: from the keyboard, and from the network. */
  private record Came(String text, long nanoTime, boolean end) {}

  private final PingSocket socket;
  private final Duration timeout;
  private final PrintStream out;
  private final boolean prompt;
  private final Wishes wishes;
  private final BlockingQueue<Came> typed = new LinkedBlockingQueue<>();
  private final BlockingQueue<Came> replies = new LinkedBlockingQueue<>(1000);
  private final Statistics statistics = new Statistics();

  Interactive(PingSocket socket, Duration timeout, PrintStream out, boolean prompt, Wishes wishes) {
    this.socket = socket;
    this.timeout = timeout;
    this.out = out;
    this.prompt = prompt;
    this.wishes = wishes;
  }

  /** Until the input ends, the peer ends, or Ctrl-C. */
  Statistics run(InputStream in) throws InterruptedException {
    Thread.ofPlatform().daemon().name("ping-typed").start(() -> readLines(in));
    Thread.ofPlatform().daemon().name("ping-receiver").start(this::receive);
    long number = 0;
    for (Optional<String> next = next(); next.isPresent(); next = next()) {
      if (!exchange(number++, next.get())) break;
    }
    if (prompt) out.println();
    return statistics;
  }

  private Optional<String> next() throws InterruptedException {
    if (prompt) {
      out.print("> ");
      out.flush();
    }
    while (!wishes.isEnd()) {
      Came line = typed.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      if (line != null) return line.end() ? Optional.empty() : Optional.of(line.text());
    }
    return Optional.empty();
  }

  /** One message and its reply; false if the peer has ended. */
  private boolean exchange(long number, String message) throws InterruptedException {
    for (Came late = replies.poll(); late != null; late = replies.poll()) {
      if (late.end()) return ended();
      out.println(Visible.of(late.text()) + "  (late)");
    }
    long sentAt = System.nanoTime();
    try {
      socket.send(ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      statistics.sent();
      statistics.add(new Event.Unsent(number, sentAt, Sender.reason(e)));
      out.println("not sent: " + Visible.of(Sender.reason(e)));
      return true;
    }
    Came reply = replies.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    // The word by which a textbook's server is told to end is no ping.
    if (reply != null && reply.end() && message.equals("quit")) return ended();
    statistics.sent();
    if (reply == null) {
      statistics.add(new Event.Timeout(number, System.nanoTime()));
      out.println("timeout");
      return true;
    }
    if (reply.end()) return ended();
    long rtt = reply.nanoTime() - sentAt;
    int length = reply.text().length();
    statistics.add(
        new Event.Answered(number, reply.nanoTime(), length, Arrival.NO_TTL, rtt, false));
    out.println(Visible.of(reply.text()) + "  time=" + Millis.brief(rtt) + " ms");
    return true;
  }

  private boolean ended() {
    out.println("the peer ended the connection");
    return false;
  }

  private void readLines(InputStream in) {
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        typed.add(new Came(line, System.nanoTime(), false));
      }
    } catch (IOException _) {
      // Nobody types any more.
    }
    typed.add(new Came("", System.nanoTime(), true));
  }

  private void receive() {
    var buffer = ByteBuffer.allocate(LARGEST);
    var arrival = new Arrival();
    while (true) {
      try {
        socket.receive(buffer.clear(), arrival);
        int length = Math.min(arrival.length, LARGEST);
        String text = new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
        replies.offer(new Came(text, arrival.nanoTime, false));
      } catch (PortUnreachableException _) {
        // Silence follows; the timeout says it.
      } catch (IOException _) {
        replies.offer(new Came("", System.nanoTime(), true));
        return;
      }
    }
  }
}
