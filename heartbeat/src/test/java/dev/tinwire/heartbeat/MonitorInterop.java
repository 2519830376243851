package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.json.Json;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program with a thousand senders: stopped for three seconds, and killed. */
final class MonitorInterop {
  private static final int SENDERS = 1000;
  private static final long SECOND = 1_000_000_000;

  @TempDir Path temp;
  private final long[] sent = new long[SENDERS];
  private final long start = System.nanoTime();

  @Test
  void stoppedOrKilledItAccusesNobody() throws Exception {
    Running monitor = monitor(0);
    int port = port(monitor);
    try (var socket = new DatagramSocket()) {
      socket.connect(InetAddress.getLoopbackAddress(), port);
      beat(socket, 4, 0);
      monitor.signal("STOP");
      beat(socket, 7, 0);
      monitor.signal("CONT");
      beat(socket, 11, 0);
      assertEquals("{up=1000}", events().toString());
      assertEquals("0 lost, states [up=1000]", books());
      monitor.signal("KILL");
      monitor.close();
      // Five die while nobody listens.
      beat(socket, 13, 5);
      monitor = monitor(port);
      port(monitor);
      beat(socket, 21, 5);
      assertEquals("{down=5, late=5, up=1000}", events().toString());
      assertEquals("0 lost, states [down=5, up=995]", books());
      monitor.signal("TERM");
      assertEquals(0, monitor.outcome().status());
    } finally {
      monitor.close();
    }
  }

  private Running monitor(int port) throws Exception {
    var invocation =
        Invocation.of(
                "monitor",
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--lines",
                "--no-control",
                "--json",
                "--snapshot",
                temp.resolve("s").toString(),
                "--events",
                temp.resolve("e").toString())
            .within(Duration.ofSeconds(60));
    return Program.launcher().start(invocation);
  }

  private static int port(Running monitor) throws Exception {
    return Integer.parseInt(monitor.awaitError("hearing beats at 127.0.0.1:([0-9]+),.*").group(1));
  }

  /** Each sender once a second, until so many seconds have passed; the first ones are silent. */
  private void beat(DatagramSocket socket, int seconds, int silent) throws Exception {
    while (System.nanoTime() - start < seconds * SECOND) {
      for (int i = 0; i < SENDERS; i++) {
        if (System.nanoTime() - start < sent[i] * SECOND + i * SECOND / SENDERS) continue;
        sent[i]++;
        if (i < silent) continue;
        byte[] beat =
            (sent[i] + " - 1763625600 id=n" + i + " boot=1 p=1000")
                .getBytes(StandardCharsets.US_ASCII);
        send(socket, beat);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  private static void send(DatagramSocket socket, byte[] beat) throws Exception {
    try {
      socket.send(new DatagramPacket(beat, beat.length));
    } catch (PortUnreachableException _) {
      // While it is killed nobody listens.
    }
  }

  private Map<String, Integer> events() throws Exception {
    var counts = new TreeMap<String, Integer>();
    for (String line : Files.readAllLines(temp.resolve("e"))) {
      counts.merge(Json.parse(line).get("event").text(), 1, Integer::sum);
    }
    return counts;
  }

  private String books() throws Exception {
    List<Json> all = Json.parse(Files.readString(temp.resolve("s"))).get("senders").items();
    var states = new TreeMap<String, Integer>();
    long lost = 0;
    for (Json one : all) {
      states.merge(one.get("state").text(), 1, Integer::sum);
      lost += one.get("lost").number().longValue();
    }
    return lost + " lost, states " + states.toString().replace('{', '[').replace('}', ']');
  }
}
