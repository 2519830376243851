package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Received names never replace a file, and what lies beside a download tells no secret. */
class PlacingTest {
  @TempDir Path temp = Path.of("");

  private static Request request() throws IOException {
    return Request.get(Url.parse("http://me:secret@h.example/a.iso?key=hidden"));
  }

  @Test
  void aNameFromTheServerNeverReplaces() throws IOException {
    Path file = Files.writeString(temp.resolve("a.iso"), "mine");
    var kept = new Destination.Received(temp, false);
    // Nothing to go on with; whether the file is what the server has, its answer tells.
    assertEquals(Optional.empty(), Placing.resumption(request(), kept));
    assertEquals(Optional.empty(), Placing.resumption(request(), new Destination.Named(file)));
    half();
    assertThrows(WireException.class, () -> Placing.resumption(request(), kept));
    var replaced = Placing.resumption(request(), new Destination.Received(temp, true));
    assertEquals(4, replaced.orElseThrow().have());
  }

  @Test
  void norDoesTheNameInAnAnswer() throws Exception {
    Files.writeString(temp.resolve("a.iso"), "mine");
    String script = "C*:\nS: HTTP/1.1 200 OK\nS: Content-Length: 0\nS:\n";
    try (var server = new Transcript(script);
        var client = TestClients.patient();
        var response = client.get("http://" + server.endpoint() + "/a.iso")) {
      var kept = new Destination.Received(temp, false);
      assertThrows(WireException.class, () -> Placing.target(kept, response));
    }
  }

  @Test
  void norDoesAFileThatWasMadeWhileItCame() throws IOException {
    Path file = temp.resolve("a.iso");
    try (var part = PartFile.open(file, 0)) {
      part.write(ByteBuffer.wrap("new".getBytes(StandardCharsets.UTF_8)));
      Files.writeString(file, "mine");
      var thrown = assertThrows(WireException.class, () -> part.finish(Optional.empty(), false));
      assertTrue(String.valueOf(thrown.getMessage()).contains("--force"), thrown::toString);
    }
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void theNoteOfADownloadHoldsNoPartOfItsAddress() throws IOException {
    Path part = half();
    String note = Files.readString(PartNote.beside(part));
    for (String secret : new String[] {"secret", "hidden", "h.example"}) {
      assertFalse(note.contains(secret), note);
    }
    assertEquals(4, Placing.resumption(request(), named()).orElseThrow().have());
    Request other = Request.get(Url.parse("http://h.example/a.iso?key=other"));
    assertEquals(Optional.empty(), Placing.resumption(other, named()));
  }

  private Path half() throws IOException {
    Path part = temp.resolve("a.iso.part");
    Files.writeString(part, "half");
    var fields = Fields.of("ETag", "\"v1\"");
    PartNote.write(part, PartNote.of(request().url(), fields, OptionalLong.of(9)).orElseThrow());
    return part;
  }

  private Destination named() {
    return new Destination.Named(temp.resolve("a.iso"));
  }
}
