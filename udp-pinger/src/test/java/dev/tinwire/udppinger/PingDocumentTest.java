package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind for programs and for eyes: a document, a picture. */
final class PingDocumentTest {
  @TempDir Path temp;

  @Test
  void aRunAsOneDocument() throws Exception {
    try (var server = Responder.upperCasing()) {
      String host = "localhost:" + server.port();
      Outcome one = PingLine.run("--wire", "text", "-c", "3", "-i", "1ms", "--json", host);
      assertEquals(0, one.status(), one::toString);
      Json document = Json.parse(one.stdout());
      assertEquals(List.of("replies", "summary"), List.copyOf(document.members().keySet()));
      assertEquals(3, document.get("replies").items().size());
      assertEquals(
          List.of("seq", "rtt_us"), List.copyOf(document.at("/replies/0").members().keySet()));
      assertEquals(2, document.at("/replies/2/seq").number().longValue());
      assertEquals(
          List.of(
              "transmitted",
              "received",
              "lost",
              "loss_percent",
              "duplicates",
              "late",
              "corrupted",
              "reordered",
              "rtt_us",
              "jitter_us"),
          List.copyOf(document.get("summary").members().keySet()));
      assertEquals(
          List.of("min", "avg", "max", "stddev", "p50", "p95", "p99"),
          List.copyOf(document.at("/summary/rtt_us").members().keySet()));

      Outcome two = PingLine.run("--wire", "text", "-c", "2", "-i", "1ms", "--json", host, host);
      assertEquals(2, Json.parse(two.stdout()).at("/targets/1/replies").items().size());
    }
  }

  @Test
  void aPicture() throws Exception {
    Path file = temp.resolve("run.svg");
    try (var server = Responder.echoing()) {
      String host = "localhost:" + server.port();
      Outcome outcome =
          PingLine.run(
              "--wire", "echo", "-c", "3", "-i", "1ms", "-q", "--svg", file.toString(), host);
      assertEquals(0, outcome.status(), outcome::toString);
    }
    Path plain = Files.writeString(temp.resolve("plain"), "as any file that is written here");
    if (plain.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    }
    try (var all = Files.list(temp)) {
      assertEquals(2, all.count());
    }
    String picture = Files.readString(file);
    assertTrue(picture.startsWith("<svg xmlns="), picture);
    assertEquals(3, picture.split("class=\"rtt\"", -1).length - 1);
  }
}
