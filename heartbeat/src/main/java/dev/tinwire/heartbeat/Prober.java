package dev.tinwire.heartbeat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Asks a late sender whether it lives: eight times within 1.6 seconds, from a socket that is
 * connected to it, since only such a one is told that nobody listens there.
 */
final class Prober {
  private static final int TIMES = 8;
  private static final int APART_MILLIS = 200;

  /** What came of asking. */
  enum Answer {
    ALIVE,
    CLOSED,
    NONE
  }

  private final Optional<BeatKey> key;
  private final Semaphore atOnce;
  private final SecureRandom random = new SecureRandom();

  Prober(Optional<BeatKey> key, int atOnce) {
    this.key = key;
    this.atOnce = new Semaphore(atOnce);
  }

  /** Asks on a thread of its own, unless too many are asked already. */
  void ask(String id, InetSocketAddress at, Consumer<Answer> told) {
    if (!atOnce.tryAcquire()) return;
    var _ =
        Thread.ofVirtual()
            .name("probe " + id)
            .start(() -> {
              try {
                told.accept(ask(id, at));
              } finally {
                atOnce.release();
              }
            });
  }

  private Answer ask(String id, InetSocketAddress at) {
    long nonce = random.nextLong() & 0xffff_ffff_ffffL;
    Optional<BeatKey> own = key.map(BeatKey::copy);
    byte[] probe =
        new Probe(nonce, System.currentTimeMillis() * 1_000_000)
            .print(own, id)
            .getBytes(StandardCharsets.US_ASCII);
    try (var socket = new DatagramSocket()) {
      socket.connect(at);
      for (int i = 0; i < TIMES; i++) {
        socket.send(new DatagramPacket(probe, probe.length));
        if (isAnswered(socket, id, nonce, own)) return Answer.ALIVE;
      }
      return Answer.NONE;
    } catch (PortUnreachableException _) {
      return Answer.CLOSED;
    } catch (IOException _) {
      return Answer.NONE; // Nothing is known by it: silence goes on to count.
    }
  }

  /** Whether the right answer comes before it is time to ask again. */
  private static boolean isAnswered(
      DatagramSocket socket, String id, long nonce, Optional<BeatKey> key) throws IOException {
    long end = System.nanoTime() + APART_MILLIS * 1_000_000L;
    var parser = new BeatParser();
    var packet = new DatagramPacket(new byte[BeatParser.LONGEST + 1], BeatParser.LONGEST + 1);
    while (true) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) return false;
      socket.setSoTimeout((int) left);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException _) {
        return false;
      }
      boolean answers =
          parser.parse(packet.getData(), packet.getLength())
              && parser.pairs.answers == nonce
              && parser.text(parser.pairs.idFrom, parser.pairs.idTo).equals(id)
              && (key.isEmpty() || key.get().verifies(parser));
      if (answers) return true;
      packet.setLength(BeatParser.LONGEST + 1);
    }
  }
}
