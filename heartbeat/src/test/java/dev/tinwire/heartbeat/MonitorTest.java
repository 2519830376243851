package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Conversation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A monitor and senders over real sockets. */
final class MonitorTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

  @Test
  void countsWhatComes() throws Exception {
    try (var monitor = monitor(false);
        var socket = socket()) {
      for (String beat : List.of("1", "2", "2", "5", "4", "junk", "6")) {
        String text =
            beat.equals("junk") ? "\u001b[2J" : beat + " - 1763625600 id=a boot=1 p=60000";
        socket.send(text, monitor.addresses());
      }
      awaitBeats(4);
      var view = monitor.view();
      assertEquals(7, view.received());
      assertEquals(1, view.rejected());
      SenderView a = view.senders().getFirst();
      assertEquals(
          "a UP 5 1 1 1 0",
          a.id()
              + " "
              + a.state()
              + " "
              + a.received()
              + " "
              + a.lost()
              + " "
              + a.duplicates()
              + " "
              + a.reordered()
              + " "
              + a.restarts());
      assertTrue(monitor.why("a").startsWith("a: up; its last beat came "), monitor.why("a"));
      assertEquals("there is no sender b\\x1b", monitor.why("b\u001b"));
      assertTrue(monitor.forget("a") && !monitor.forget("a"));
    }
  }

  @Test
  void askedItAnswersAndAClosedPortIsProof() throws Exception {
    var writer =
        new BeatWriter(new BeatWriter.Voice(true, "a", 1, 200, Map.of()), Optional.empty());
    try (var monitor = monitor(true)) {
      try (var socket = socket()) {
        var answers = new ProbeAnswers(Optional.empty(), writer, System::nanoTime);
        var _ = Thread.ofVirtual().start(() -> answers.serve(socket));
        socket.send(writer.next(System.currentTimeMillis()), monitor.addresses());
        assertEquals(Happening.UP, next().happening());
        assertEquals(Happening.LATE, next().happening());
        Change back = next();
        assertEquals(Happening.BACK, back.happening());
        assertEquals("it answered when asked", back.reason());
      }
      Change down = next();
      while (down.happening() != Happening.DOWN) down = next();
      assertTrue(down.reason().contains("port is closed"), down.reason());
    }
  }

  private static BeatSocket socket() throws Exception {
    return new BeatSocket(new InetSocketAddress(HERE, 0), Conversation.SILENT, _ -> {});
  }

  private Monitor monitor(boolean probe) throws Exception {
    var monitor =
        Monitor.open(
            new Monitor.Plan(
                List.of(HERE),
                0,
                Gate.OPEN,
                BookRules.DEFAULT,
                new Silences(Tolerance.DEFAULT),
                probe,
                true,
                Conversation.SILENT,
                MonitorLimits.DEFAULT));
    monitor.hear(told::add);
    monitor.start();
    return monitor;
  }

  private void awaitBeats(int count) throws InterruptedException {
    for (int seen = 0; seen < count; ) if (poll() instanceof Told.Beating) seen++;
  }

  private Change next() throws InterruptedException {
    while (true) if (poll() instanceof Told.Changed(var change, _)) return change;
  }

  private Told poll() throws InterruptedException {
    Told one = told.poll(20, TimeUnit.SECONDS);
    assertNotNull(one, "nothing happened");
    return one;
  }
}
