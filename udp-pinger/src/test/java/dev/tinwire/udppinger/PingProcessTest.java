package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command, and the signals that only a process gets. */
final class PingProcessTest {
  private static Running start(String... words) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var program =
        new Program(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PingProcess.class.getName()));
    return program.start(Invocation.of(words).within(Duration.ofSeconds(60)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalEndsItWithTheFigures(String signal) throws Exception {
    try (var server = Responder.echoing();
        var ping = start("--wire", "echo", "-c", "0", "-i", "50ms", "127.0.0.1:" + server.port())) {
      ping.awaitLine(".*seq=2 .*");
      ping.signal(signal);
      Outcome end = ping.outcome();
      assertTrue(end.stdout().contains("\nrtt min/avg/max/mdev = "), end::toString);
      assertEquals("", end.stderr(), end::toString);
    }
  }

  @Test
  void ctrlBackslashShowsTheFiguresAndItGoesOn() throws Exception {
    try (var server = Responder.echoing();
        var ping = start("--wire", "echo", "-c", "0", "-i", "50ms", "127.0.0.1:" + server.port())) {
      // The JVM's own answer to this signal is replaced a moment after the start.
      ping.awaitLine(".*seq=30 .*");
      ping.signal("QUIT");
      ping.awaitLine("--- .* ping statistics ---");
      ping.awaitLine(".*seq=[0-9]+ .*time=.*");
      ping.signal("QUIT");
      ping.awaitLine("--- .* ping statistics ---");
      ping.signal("TERM");
      Outcome end = ping.outcome();
      assertTrue(end.stdout().contains("\n\n--- "), end::toString);
      assertTrue(!end.stdout().contains("thread dump"), end::toString);
    }
  }

  /** What a program reads stays what it is. */
  @Test
  void ctrlBackslashBesideADocumentShowsTheFiguresOnStderr() throws Exception {
    try (var server = Responder.echoing();
        var ping =
            start(
                "--wire", "echo", "--csv", "-c", "0", "-i", "50ms", "127.0.0.1:" + server.port())) {
      ping.awaitLine(".*,reply,29,.*");
      ping.signal("QUIT");
      ping.awaitLine(".*,reply,60,.*");
      ping.signal("TERM");
      Outcome end = ping.outcome();
      assertTrue(end.stderr().contains("\nrtt min/avg/max/mdev = "), end::toString);
      for (String line : end.lines()) assertTrue(line.matches("target,.*|127.*,reply,.*"), line);
    }
  }
}
