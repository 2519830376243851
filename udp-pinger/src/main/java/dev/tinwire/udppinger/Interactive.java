package dev.tinwire.udppinger;

import dev.tinwire.udppinger.TalkInput.Came;
import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * {@code --interactive}: sends what is typed, line by line, and shows what comes back and how long
 * it took; the textbook's timer client. One message is under way at a time.
 */
final class Interactive {
  /** So many messages that nobody answered are remembered, to know late replies. */
  private static final int REMEMBERED = 100;

  /** A message, and when it left. */
  private record Message(long number, String text, long nanoTime) {
    /** Whether it comes back so from a server of the textbook: as it is, or in upper case. */
    boolean isIn(String reply) {
      return reply.equalsIgnoreCase(text);
    }
  }

  private final PingSocket socket;
  private final Duration timeout;
  private final PrintStream out;
  private final boolean prompt;
  private final Wishes wishes;
  private final String label;
  private final long began = System.nanoTime();
  private final Deque<Message> unanswered = new ArrayDeque<>();
  private final Statistics statistics = new Statistics();

  Interactive(
      PingSocket socket,
      String label,
      Duration timeout,
      PrintStream out,
      boolean prompt,
      Wishes wishes) {
    this.socket = socket;
    this.label = label;
    this.timeout = timeout;
    this.out = out;
    this.prompt = prompt;
    this.wishes = wishes;
  }

  /** Until the input ends, the peer ends, or Ctrl-C. */
  Statistics run(InputStream in) throws InterruptedException {
    var input = new TalkInput(in, socket, wishes, this::interim);
    long number = 0;
    for (Optional<String> next = next(input); next.isPresent(); next = next(input)) {
      if (!exchange(number++, next.get(), input)) break;
    }
    if (prompt) out.println();
    figures();
    return statistics;
  }

  private void figures() {
    long elapsed = System.nanoTime() - began;
    SummaryLines.of(label, statistics, elapsed).forEach(out::println);
  }

  /** Ctrl-\: how it stands, and on. */
  private void interim() {
    out.println();
    figures();
    out.println();
    prompt();
  }

  private void prompt() {
    if (!prompt) return;
    out.print("> ");
    out.flush();
  }

  private Optional<String> next(TalkInput input) throws InterruptedException {
    prompt();
    Optional<Came> typed = wishes.isEnd() ? Optional.empty() : input.typed();
    return typed.isPresent() && typed.get() instanceof TalkInput.Text line
        ? Optional.of(line.text())
        : Optional.empty();
  }

  /** One message and its reply; false if the peer has ended. */
  private boolean exchange(long number, String text, TalkInput input) throws InterruptedException {
    if (!before(input)) return ended();
    var message = new Message(number, text, System.nanoTime());
    try {
      send(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      statistics.sent();
      statistics.add(new Event.Unsent(number, message.nanoTime(), Sender.reason(e)));
      out.println("not sent: " + Visible.of(Sender.reason(e)));
      return true;
    }
    Optional<Came> came = reply(message, input);
    // The word by which a textbook's server is told to end is no ping.
    if (text.equals("quit") && came.isPresent() && came.get() instanceof TalkInput.End) {
      return ended();
    }
    statistics.sent();
    return came.isPresent() ? came(message, came.get()) : silence(message);
  }

  /** The news that an earlier one was refused says nothing about this one, which has not left. */
  private void send(ByteBuffer message) throws IOException {
    try {
      socket.send(message);
    } catch (PortUnreachableException _) {
      socket.send(message.rewind());
    }
  }

  /** What came since the last message; false if that was the end. */
  private boolean before(TalkInput input) throws InterruptedException {
    for (var came = input.reply(0); came.isPresent(); came = input.reply(0)) {
      switch (came.get()) {
        case TalkInput.Text text -> {
          if (!isLate(text)) out.println(Visible.of(text.text()) + "  (late)");
        }
        case TalkInput.Refusal _ -> {} // of a message whose silence was told
        case TalkInput.End _ -> {
          return false;
        }
      }
    }
    return true;
  }

  /** What comes of a message, however many replies to older ones come first. */
  private Optional<Came> reply(Message message, TalkInput input) throws InterruptedException {
    while (true) {
      long left = timeout.toNanos() - (System.nanoTime() - message.nanoTime());
      Optional<Came> came = input.reply(Math.max(0, left));
      boolean another =
          came.isPresent()
              && came.get() instanceof TalkInput.Text text
              && !message.isIn(text.text())
              && isLate(text);
      if (!another) return came;
    }
  }

  /** Shows what answers an older message. */
  private boolean isLate(TalkInput.Text reply) {
    for (Iterator<Message> each = unanswered.iterator(); each.hasNext(); ) {
      Message old = each.next();
      if (!old.isIn(reply.text())) continue;
      each.remove();
      long rtt = reply.nanoTime() - old.nanoTime();
      long by = rtt - timeout.toNanos();
      statistics.add(
          new Event.Late(old.number(), reply.nanoTime(), reply.length(), Arrival.NO_TTL, rtt, by));
      out.println(line(reply, rtt) + " (late " + Millis.brief(by) + " ms)");
      return true;
    }
    return false;
  }

  private boolean came(Message message, Came came) {
    switch (came) {
      case TalkInput.Text reply -> {
        long rtt = reply.nanoTime() - message.nanoTime();
        statistics.add(
            new Event.Answered(
                message.number(), reply.nanoTime(), reply.length(), Arrival.NO_TTL, rtt, false));
        out.println(line(reply, rtt));
      }
      case TalkInput.Refusal refusal -> {
        String reason = refusal.reason();
        statistics.add(new Event.Refused(message.number(), refusal.nanoTime(), reason, "", false));
        out.println(reason);
      }
      case TalkInput.End _ -> {
        return ended();
      }
    }
    return true;
  }

  private static String line(TalkInput.Text reply, long rtt) {
    return Visible.of(reply.text()) + "  time=" + Millis.brief(rtt) + " ms";
  }

  private boolean silence(Message message) {
    if (wishes.isEnd()) return true;
    statistics.add(new Event.Timeout(message.number(), System.nanoTime()));
    out.println("timeout");
    if (unanswered.size() == REMEMBERED) unanswered.removeFirst();
    unanswered.addLast(message);
    return true;
  }

  private boolean ended() {
    out.println("the peer ended the connection");
    return false;
  }
}
