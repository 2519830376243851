package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download that somebody ends in the midst of it. */
final class UnfinishedTest {
  private static final int HALF = 300_000;

  @TempDir Path temp;

  private static Program tinwire() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new Program(
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            UnfinishedProcess.class.getName()));
  }

  /** Ends it when half of the file is here. */
  private Outcome ended(Transcript server, Path part) throws Exception {
    Path file = temp.resolve("big");
    var line =
        Invocation.of("get", "-x", "none", "-o", file.toString(), server.endpoint())
            .within(Duration.ofSeconds(60));
    try (var running = tinwire().start(line)) {
      while (!Files.exists(part) || Files.size(part) < HALF) Thread.onSpinWait();
      running.signal("TERM");
      return running.outcome();
    }
  }

  private static String half(String validator) {
    return "C: GET / HTTP/1.1\nC*:\nS: HTTP/1.1 200 OK\n"
        + validator
        + "S: Content-Length: 1000000\nS:\nS["
        + HALF
        + "]: 0123456789\nC CUT\n";
  }

  @Test
  void whatIsKeptIsSaidAndGoneOnWith() throws Exception {
    Path part = temp.resolve("big.part");
    Path file = temp.resolve("big");
    String rest =
        """
        ---
        C: GET / HTTP/1.1
        C*: Range: bytes=300000-
        C*:
        S: HTTP/1.1 206 Partial Content
        S: ETag: "v1"
        S: Content-Range: bytes 300000-999999/1000000
        S: Content-Length: 700000
        S:
        S[700000]: 0123456789
        """;
    try (var server = new Transcript(half("S: ETag: \"v1\"\n") + rest)) {
      Outcome end = ended(server, part);
      String kept = HALF + " bytes are kept in " + part + ", --continue goes on";
      assertEquals(List.of("tinwire get: ended; " + kept), end.errors(), end::toString);
      assertEquals(128 + 15, end.status());
      assertEquals(HALF, Files.size(part));
      var again = Lines.of("-q", "-C", "-o", file.toString(), server.endpoint());
      assertEquals(0, again.on(Lines.piped("get")).status());
    }
    assertEquals("0123456789".repeat(100_000), Files.readString(file));
  }

  @Test
  void whatWasNotSentWholeIsSaid() throws Exception {
    Path file = temp.resolve("big");
    Files.write(file, new byte[900_000]);
    String script = "C: PUT /x HTTP/1.1\nC*:\nC[1000]:\nPAUSE half\nC REST\n";
    try (var server = new Transcript(script)) {
      var line = Invocation.of("put", "-x", "none", file.toString(), server.endpoint() + "/x");
      try (var running = tinwire().start(line.within(Duration.ofSeconds(60)))) {
        server.awaitPause("half");
        running.signal("TERM");
        Outcome end = running.outcome();
        String words = "tinwire put: ended before all of big was sent";
        assertEquals(List.of(words), end.errors(), end::toString);
        assertEquals(128 + 15, end.status());
      }
      server.resume("half");
    }
  }

  @Test
  void whatCannotBeGoneOnWithIsRemoved() throws Exception {
    Path part = temp.resolve("big.part");
    Outcome end;
    try (var server = new Transcript(half(""))) {
      end = ended(server, part);
    }
    assertEquals(List.of(), end.errors(), end::toString);
    assertEquals(128 + 15, end.status());
    try (var left = Files.list(temp)) {
      assertEquals(0, left.count());
    }
  }
}
