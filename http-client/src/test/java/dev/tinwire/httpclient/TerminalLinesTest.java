package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody at a terminal: lines, names that are completed, Ctrl-C and the history. */
final class TerminalLinesTest {
  @TempDir Path temp;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private Terminal terminal(String typed) throws IOException {
    var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    return new DumbTerminal("test", "dumb", in, shown, StandardCharsets.UTF_8);
  }

  private TerminalLines lines(Terminal terminal) throws IOException {
    return TerminalLines.over(terminal, names("http://h/"), Map.of("HOME", temp.toString()));
  }

  private ShellNames names(String url) throws IOException {
    var place = new ShellPlace(Url.parse(url), temp);
    var client = HttpClient.create();
    return new ShellNames(new ShellSite(client::send, (u, method) -> Request.of(method, u), place));
  }

  @Test
  void linesComeUntilTheEnd() throws Exception {
    try (var lines = lines(terminal("ls 'a b'\nbye\n"))) {
      assertEquals(Optional.of("ls 'a b'"), lines.next("> "));
      assertEquals(Optional.of("bye"), lines.next("> "));
      assertEquals(Optional.empty(), lines.next("> "));
    }
  }

  @Test
  void linesAreKeptForTheNextSessionAndPasswordsAreNot() throws Exception {
    Path file = temp.resolve(".local/state/tinwire/shell_history");
    try (var lines = lines(terminal("ls\nopen http://a:secret@h/\n!date\n"))) {
      while (lines.next("> ").isPresent()) Thread.onSpinWait();
    }
    assertEquals("ls\n!date\n", Files.readString(file));
    assertEquals("rw-------", mode(file));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void controlCEndsTheCommandAndNotTheShell() throws Exception {
    var terminal = terminal("");
    try (var lines = lines(terminal)) {
      var begun = new CountDownLatch(1);
      Thread.ofVirtual()
          .start(() -> {
            try {
              begun.await();
              terminal.raise(Terminal.Signal.INT);
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          });
      int status =
          lines.during(() -> {
            begun.countDown();
            new CountDownLatch(1).await(); // for ever
            return 0;
          });
      assertEquals(130, status);
      assertEquals(0, lines.during(() -> 0));
      assertTrue(shown.toString(StandardCharsets.UTF_8).contains("ended"));
    }
  }

  private static String listing(String json) {
    return """
    C: GET /in%%20x/ HTTP/1.1
    C*:
    S: HTTP/1.1 200 OK
    S: Content-Type: application/json
    S: Connection: close
    S:
    S+: %s
    S CLOSE
    """
        .formatted(json);
  }

  @Test
  void whatAServerSaysIsCompleted() throws Exception {
    String json =
        "[{\"name\":\"ab\",\"type\":\"file\"},{\"name\":\"ac d\",\"type\":\"directory\"},"
            + "{\"name\":\"a\\\\u001b[2J\",\"type\":\"file\"},{\"name\":\"b\",\"type\":\"file\"}]";
    try (var server = new Transcript(listing(json))) {
      var found = names("http://" + server.endpoint() + "/").of(List.of("get"), "in x/a");
      assertEquals(
          List.of(
              new ShellNames.Name("in x/ab", "ab", true),
              new ShellNames.Name("in x/ac d/", "ac d/", false)),
          found);
    }
  }

  @ParameterizedTest(name = "[{0}] {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~      | m     | mget mirror mput mkdir mv
          ~~      | zz    | ~~
          help    | lp    | lpwd
          put     | no    | note.txt
          put     | sub/  | sub/x
          lcd     | s     | sub/
          get a   | no    | note.txt
          open    | h     | ~~
          nonsense | h    | ~~
          """)
  void verbsAndLocalNamesAreCompleted(String before, String word, String expected)
      throws Exception {
    Files.writeString(temp.resolve("note.txt"), "");
    Files.createDirectory(temp.resolve("sub"));
    Files.writeString(temp.resolve("sub/x"), "");
    List<String> words = before.isEmpty() ? List.of() : List.of(before.split(" ", -1));
    var found = names("http://h/").of(words, word).stream().map(ShellNames.Name::word).toList();
    assertEquals(expected, String.join(" ", found));
  }

  /** Nobody is told twice: a key that completes nothing says enough. */
  @Test
  void aServerThatIsAwayCompletesNothing() throws Exception {
    assertEquals(List.of(), names("http://127.0.0.1:1/").of(List.of("ls"), ""));
  }
}
