package dev.tinwire.heartbeat;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Interrupts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A monitor on the loopback hears a beat that is signed, and a bye. */
final class HeartbeatCheck {
  private static final int PATIENCE_SECONDS = 5;

  private HeartbeatCheck() {}

  static void run() throws IOException, InterruptedException {
    Interrupts.rehearse();
    var key = new BeatKey(new byte[32], true);
    var here = InetAddress.getLoopbackAddress();
    var plan =
        new Monitor.Plan(
            List.of(here),
            0,
            new Gate(Optional.of(key.copy()), Set.of()),
            BookRules.DEFAULT.withKeyed(),
            new Silences(Tolerance.DEFAULT),
            false,
            false,
            Conversation.SILENT,
            MonitorLimits.DEFAULT);
    var heard = new LinkedBlockingQueue<Change>();
    try (var monitor = Monitor.open(plan);
        var socket = new BeatSocket(new InetSocketAddress(here, 0), Conversation.SILENT, _ -> {})) {
      monitor.listen(heard::add);
      monitor.start();
      var voice = new BeatWriter.Voice(true, "doctor", 1, 1000, Map.of());
      var writer = new BeatWriter(voice, Optional.of(key));
      long now = System.currentTimeMillis();
      socket.send(writer.next(now), monitor.addresses());
      socket.send(writer.next(now, Status.BYE, Map.of()), monitor.addresses());
      expect(Happening.UP, heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
      expect(Happening.BYE, heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
  }

  private static void expect(Happening wanted, @Nullable Change found) throws IOException {
    if (found != null && found.happening() == wanted) return;
    String came = found == null ? "nothing" : found.happening().toString();
    throw new WireException("expected " + wanted + ", got " + came);
  }
}
