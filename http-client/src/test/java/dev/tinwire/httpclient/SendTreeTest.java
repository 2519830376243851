package dev.tinwire.httpclient;

import static dev.tinwire.httpclient.ShellScript.answer;
import static dev.tinwire.httpclient.ShellScript.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.WireException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that are sent with all that is in them, by {@code put} and in a shell. */
final class SendTreeTest {
  private static final Command PUT = Lines.piped("put");
  private static final String CREATED = answer("201 Created", "text/plain", "");
  private static final String THERE = "405 Method Not Allowed";

  @TempDir Path temp;

  @BeforeEach
  void aSite() throws Exception {
    Files.createDirectories(temp.resolve("site/in ner"));
    Files.writeString(temp.resolve("site/in ner/a.txt"), "a");
    Files.createSymbolicLink(temp.resolve("site/in ner/up"), temp);
  }

  private static String made(String path) {
    return done("MKCOL " + path, "201 Created");
  }

  private static String put(String path, String body) {
    return "C: PUT " + path + " HTTP/1.1\nC*: If-None-Match: *\nC*:\nC+: " + body + "\n" + CREATED;
  }

  @ParameterizedTest(name = "{0} to {1} goes to {2}")
  @CsvSource({"site, /, /site/", "site, /new, /new/", "site/., /x/, /x/site/"})
  void aFolderGoesUnderItsNameOrUnderTheOneGiven(String from, String to, String root)
      throws Exception {
    String script = made(root) + made(root + "in%20ner/") + put(root + "in%20ner/a.txt", "a");
    try (var server = new Transcript(script)) {
      String url = "http://" + server.endpoint() + root;
      var outcome = Lines.of("-r", temp + "/" + from, server.endpoint() + to).on(PUT);
      assertEquals(0, outcome.status(), outcome::toString);
      assertEquals(
          List.of(
              "201 Created  MKCOL " + url,
              "201 Created  MKCOL " + url + "in%20ner/",
              "201 Created  PUT " + url + "in%20ner/a.txt"),
          outcome.lines());
      assertEquals(
          "left out, no file and no folder: " + temp + "/" + from + "/in ner/up",
          outcome.errors().getFirst());
    }
  }

  @Test
  void foldersThatAreThereAlreadyAreTaken() throws Exception {
    String script =
        done("MKCOL /site/", THERE)
            + done("MKCOL /site/in%20ner/", "501 Not Implemented")
            + put("/site/in%20ner/a.txt", "a");
    try (var server = new Transcript(script)) {
      Lines.of("-q", "-r", temp + "/site", server.endpoint() + "/").on(PUT).expect(0, "", "");
    }
  }

  @Test
  void anEmptyFolderThatCannotBeMadeIsNotPassedOver() throws Exception {
    Files.createDirectory(temp.resolve("empty"));
    String mkcol = done("MKCOL /empty/", THERE);
    String script = mkcol + done("HEAD /empty/", "404 Not Found");
    try (var server = new Transcript(script)) {
      String url = "http://" + server.endpoint() + "/";
      var outcome = Lines.of("-r", temp + "/empty", url).on(PUT);
      assertEquals(4, outcome.status(), outcome::toString);
      assertEquals(
          "tinwire put: "
              + url
              + "empty/: 405 Method Not Allowed (something of that name is there, or the server"
              + " does not allow it; tinwire serve needs --upload or --write)",
          outcome.errors().getFirst());
    }
    String there = mkcol + done("HEAD /empty/", "200 OK");
    try (var server = new Transcript(there)) {
      Lines.of("-q", "-r", temp + "/empty", server.endpoint() + "/").on(PUT).expect(0, "", "");
    }
  }

  @Test
  void withoutTheOptionNothingIsSent() throws Exception {
    Lines.of(temp + "/site", "localhost:1/")
        .on(PUT)
        .expect(
            2,
            "",
            "tinwire put: " + temp + "/site is a folder; -r sends it\nTry: tinwire put --help\n");
  }

  @Test
  void aShellSendsAndDeletesThem() throws Exception {
    String removed =
        "C: DELETE /old HTTP/1.1\nC*: Depth: infinity\nC*:\n" + answer("204 No Content", "a/b", "");
    try (var server =
        ShellScript.server(
            made("/site/"), made("/site/in%20ner/"), put("/site/in%20ner/a.txt", "a"), removed)) {
      var outcome =
          ShellScript.shell(temp, server, "put -r site\nrm -r old").on(Lines.piped("shell"));
      assertEquals(0, outcome.status(), outcome::toString);
      assertEquals(4, outcome.lines().size(), outcome::toString);
    }
  }

  @Test
  void aFolderComesBeforeWhatIsInItAndTooDeepIsRefused() throws Exception {
    assertEquals(
        List.of("", "in ner", "in ner/a.txt"),
        LocalTree.of(temp.resolve("site")).nodes().stream()
            .map(node -> temp.resolve("site").relativize(node.path()).toString())
            .toList());
    Files.createDirectories(temp.resolve("d" + "/d".repeat(LocalTree.DEEPEST + 1)));
    assertThrows(WireException.class, () -> LocalTree.of(temp.resolve("d")));
  }
}
