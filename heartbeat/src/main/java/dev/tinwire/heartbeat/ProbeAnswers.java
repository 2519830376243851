package dev.tinwire.heartbeat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Answers monitors that ask whether we live: with the last beat, so that no number is used up for
 * one monitor which the others would miss. At most ten a second, and never more than was sent to
 * us.
 */
final class ProbeAnswers {
  private static final int A_SECOND = 10;
  private static final long SECOND = 1_000_000_000;

  private final Optional<BeatKey> key;
  private final BeatWriter writer;
  private final LongSupplier nanoTime;
  private long second;
  private int answered;

  ProbeAnswers(Optional<BeatKey> key, BeatWriter writer, LongSupplier nanoTime) {
    this.key = key.map(BeatKey::copy);
    this.writer = writer;
    this.nanoTime = nanoTime;
    second = nanoTime.getAsLong() - SECOND;
  }

  /** Answers until the socket is closed. */
  void serve(BeatSocket socket) {
    var buffer = ByteBuffer.allocate(BeatParser.LONGEST + 1);
    try {
      while (true) {
        var from = socket.receive(buffer);
        String text = StandardCharsets.ISO_8859_1.decode(buffer).toString();
        socket.heard(text);
        var answer = answer(text);
        if (answer.isPresent()) send(socket, answer.get(), from);
      }
    } catch (IOException _) {
      // Closed: nobody beats any more.
    }
  }

  private static void send(BeatSocket socket, String answer, InetSocketAddress to) {
    try {
      socket.answer(answer, to);
    } catch (IOException _) {
      // Who asked is out of reach again; it will ask again.
    }
  }

  /** What to say to it, if anything. */
  Optional<String> answer(String text) {
    OptionalLong nonce = Probe.nonce(text, key, writer.id());
    if (nonce.isEmpty() || isTooOften()) return Optional.empty();
    return writer.answer(nonce.getAsLong(), key).filter(answer -> answer.length() <= text.length());
  }

  private boolean isTooOften() {
    long now = nanoTime.getAsLong();
    if (now - second >= SECOND) {
      second = now;
      answered = 0;
    }
    return ++answered > A_SECOND;
  }
}
